-- What each group contributes to the change of a sum, for each hour where the periods are not equally long.
WITH parted AS (SELECT key, is_before, {part} AS part FROM {parts}),
sides AS (
    SELECT
        key,
        COALESCE(SUM(part) FILTER (is_before), 0) AS before,
        COALESCE(SUM(part) FILTER (NOT is_before), 0) AS after
    FROM parted
    GROUP BY key
)
SELECT
    key,
    NULL AS rate,
    NULL AS mix,
    {scale} * (after / {hours_after} - before / {hours_before}) AS change,
    (ABS(before) + ABS(after)) / (ABS(SUM(before) OVER ()) + ABS(SUM(after) OVER ())) AS weight
FROM sides
