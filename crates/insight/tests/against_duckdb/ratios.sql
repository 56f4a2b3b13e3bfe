-- Every ratio of a group, in the order in which the test has them; NULL over nothing. Delays last.
SELECT
    {keys},
    100.0 * COUNT(*) FILTER (answered) / COUNT(*),
    100.0 * COUNT(*) FILTER (answered OR code IN ({effective})) / COUNT(*),
    100.0 * COUNT(*) FILTER (answered OR code IN (480, 486, 600, 603))
        / NULLIF(COUNT(*) FILTER (answered OR NOT sip OR code NOT BETWEEN 300 AND 399), 0),
    100.0 * COUNT(*) FILTER (NOT answered AND code IN (408, 500, 503, 504)) / COUNT(*),
    AVG(talk) FILTER (answered),
    100.0 * COUNT(*) FILTER (answered AND talk <= 6) / NULLIF(COUNT(*) FILTER (answered), 0),
    100.0 * COUNT(*) FILTER (answered AND delay > 8000) / NULLIF(COUNT(delay) FILTER (answered), 0),
    100.0 * COUNT(*) FILTER (side = 2) / NULLIF(COUNT(side), 0),
    SUM(fee) / 1e8 / NULLIF(SUM(talk) / 60.0, 0),
    (SUM(fee) - SUM(cost)) / 1e8 / NULLIF(SUM(talk) / 60.0, 0),
    100.0 * (SUM(fee) - SUM(cost)) / NULLIF(SUM(fee), 0),
    SUM(billed) - SUM(talk) FILTER (billed IS NOT NULL),
    QUANTILE_DISC(delay, 0.5) FILTER (answered),
    QUANTILE_DISC(delay, 0.9) FILTER (answered),
    QUANTILE_DISC(delay, 0.95) FILTER (answered),
    QUANTILE_DISC(delay, 0.5) FILTER (NOT answered),
    QUANTILE_DISC(delay, 0.95) FILTER (NOT answered)
FROM calls
GROUP BY ALL
