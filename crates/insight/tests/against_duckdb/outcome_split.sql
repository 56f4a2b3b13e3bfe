-- What each outcome contributes to the change of a share of calls: more of what takes from it, or is in it. Of some
-- calls only, it is the change of their own share, times the part of all calls that they are, on average of both
-- periods.
WITH parted AS (SELECT key, {of} AS is_of, is_before, {whole} AS whole, {taken} AS taken FROM {parts}),
wholes AS (
    SELECT
        SUM(whole) FILTER (is_of AND is_before) AS whole_before,
        SUM(whole) FILTER (is_of AND NOT is_before) AS whole_after,
        NULLIF(SUM(taken) FILTER (is_of AND is_before), 0) AS taken_before,
        NULLIF(SUM(taken) FILTER (is_of AND NOT is_before), 0) AS taken_after,
        (
            whole_before / SUM(whole) FILTER (is_before) + whole_after / SUM(whole) FILTER (NOT is_before)
        ) / 2 AS part_of_all
    FROM parted
),
sides AS (
    SELECT
        key,
        COALESCE(SUM(taken) FILTER (is_before), 0) AS before,
        COALESCE(SUM(taken) FILTER (NOT is_before), 0) AS after
    FROM parted
    WHERE is_of
    GROUP BY key
)
SELECT
    key,
    NULL AS rate,
    NULL AS mix,
    {scale} * {sign} * part_of_all * (after / whole_after - before / whole_before) AS change,
    (COALESCE(before / taken_before, 0) + COALESCE(after / taken_after, 0)) / 2 AS weight
FROM sides, wholes
