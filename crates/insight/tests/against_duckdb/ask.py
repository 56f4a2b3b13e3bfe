"""Runs SQL statements in DuckDB: a JSON list of them comes in, a JSON list of the rows of each goes out."""

import json
import sys

import duckdb

connection = duckdb.connect()
answers = []
for statement in json.load(sys.stdin):
    result = connection.execute(statement)
    answers.append([list(row) for row in result.fetchall()] if result.description else [])
json.dump(answers, sys.stdout)
