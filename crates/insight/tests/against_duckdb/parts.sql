-- What metrics are made of, of each group in each of two periods.
CREATE TABLE {name} AS
SELECT
    [{keys}] AS key,
    {before} AS is_before,
    COUNT(*) AS calls,
    COUNT(*) FILTER (answered) AS answered,
    COUNT(*) FILTER (answered AND talk <= 6) AS short,
    COUNT(delay) FILTER (answered) AS delay_known,
    COUNT(*) FILTER (answered AND delay > 8000) AS slow,
    COUNT(*) FILTER (answered AND fee = 0) AS free,
    COUNT(*) FILTER (answered AND side = 2) AS cut,
    COUNT(*) FILTER (answered AND side IS NOT NULL) AS hung_up,
    COUNT(*) FILTER (answered OR code IN ({effective})) AS effective,
    COUNT(*) FILTER (answered OR code IN (480, 486, 600, 603)) AS established,
    COUNT(*) FILTER (answered OR code NOT BETWEEN 300 AND 399) AS not_redirected,
    COUNT(*) FILTER (NOT answered AND code IN (408, 500, 503, 504)) AS ineffective,
    COUNT(*) FILTER (vendor <> '') AS reached,
    SUM(talk) AS talk,
    COALESCE(SUM(billed), 0) AS billed,
    COALESCE(SUM(fee), 0) AS fee,
    COALESCE(SUM(cost), 0) AS cost
FROM calls
WHERE {before} OR {after}
GROUP BY ALL
