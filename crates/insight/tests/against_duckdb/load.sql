-- Of each group: the peak of calls in progress and when it was first, seconds above 20, and calls a second: the peak,
-- and what 95 % of the seconds from the first to the last start do not exceed.
WITH parted AS (SELECT *, {part} AS part FROM calls),
changes AS (
    SELECT part, second, SUM(change) AS change
    FROM (
        SELECT part, from_s AS second, 1 AS change FROM parted WHERE to_s > from_s
        UNION ALL
        SELECT part, to_s, -1 FROM parted WHERE to_s > from_s
    )
    GROUP BY part, second
),
levels AS (
    SELECT
        part,
        second,
        SUM(change) OVER (PARTITION BY part ORDER BY second) AS level,
        LEAD(second) OVER (PARTITION BY part ORDER BY second) AS following
    FROM changes
),
lines AS (
    SELECT
        part,
        MAX(level) AS peak,
        ARG_MAX(second, (level, -second)) AS peak_second,
        COALESCE(SUM(following - second) FILTER (level > 20), 0) AS above
    FROM levels
    GROUP BY part
),
starts AS (SELECT part, from_s AS second, COUNT(*) AS calls FROM parted GROUP BY part, from_s),
periods AS (SELECT part, UNNEST(RANGE(MIN(second), MAX(second) + 1)) AS second FROM starts GROUP BY part),
seconds AS (
    SELECT periods.part, COALESCE(MAX(calls), 0) AS calls
    FROM periods LEFT JOIN starts ON starts.part = periods.part AND starts.second = periods.second
    GROUP BY periods.part, periods.second
)
SELECT part, peak, peak_second, above, MAX(calls), QUANTILE_DISC(calls, 0.95)
FROM seconds JOIN lines USING (part)
GROUP BY ALL
