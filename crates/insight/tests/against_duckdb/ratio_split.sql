-- What each group contributes to the change of a ratio from one period to the other: as its own ratio changed, as its
-- part of the whole did, and both. A group that one of the periods does not have has no ratio there, and all that it
-- contributes is of the second kind.
WITH parted AS (SELECT key, is_before, {part} AS part, {whole} AS whole FROM {parts}),
sides AS (
    SELECT
        key,
        CAST(COALESCE(SUM(part) FILTER (is_before), 0) AS DOUBLE) AS part_before,
        CAST(COALESCE(SUM(part) FILTER (NOT is_before), 0) AS DOUBLE) AS part_after,
        CAST(COALESCE(SUM(whole) FILTER (is_before), 0) AS DOUBLE) AS whole_before,
        CAST(COALESCE(SUM(whole) FILTER (NOT is_before), 0) AS DOUBLE) AS whole_after
    FROM parted
    GROUP BY key
),
ratios AS (
    SELECT
        *,
        whole_before / SUM(whole_before) OVER () AS weight_before,
        whole_after / SUM(whole_after) OVER () AS weight_after,
        part_before / NULLIF(whole_before, 0) AS ratio_before,
        part_after / NULLIF(whole_after, 0) AS ratio_after,
        part_before / SUM(whole_before) OVER () AS points_before,
        part_after / SUM(whole_after) OVER () AS points_after,
        (
            SUM(part_before) OVER () / SUM(whole_before) OVER () + SUM(part_after) OVER () / SUM(whole_after) OVER ()
        ) / 2 AS usual
    FROM sides
),
effects AS (
    SELECT
        key,
        {scale} * COALESCE((weight_before + weight_after) / 2 * (ratio_after - ratio_before), 0) AS rate,
        {scale} * COALESCE(
            (weight_after - weight_before) * ((ratio_before + ratio_after) / 2 - usual),
            points_after - points_before - (weight_after - weight_before) * usual
        ) AS mix,
        (ABS(weight_before) + ABS(weight_after)) / 2 AS weight
    FROM ratios
)
SELECT key, rate, mix, rate + mix AS change, weight FROM effects
