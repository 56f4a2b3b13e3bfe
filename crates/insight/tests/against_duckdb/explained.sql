-- Of each dimension the first groups, up to so many, that explain a change best, and how well; the best dimension
-- first. A group that worked against the change explains nothing. Outcomes displace one another: all of it is the most
-- that they can explain.
WITH contributions AS ({contributions}),
shares AS (
    SELECT
        place, is_outcome, key, change, weight,
        change / COALESCE({change}, SUM(change) OVER (PARTITION BY place)) AS share
    FROM contributions
),
candidates AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY place ORDER BY share DESC, key) AS nth
    FROM shares
    WHERE key IS NOT NULL AND share > 0
),
together AS (
    SELECT place, is_outcome, nth, SUM(share) OVER up_to AS share, SUM(weight) OVER up_to AS weight
    FROM candidates
    WHERE nth <= {most_groups}
    WINDOW up_to AS (PARTITION BY place ORDER BY nth)
),
scores AS (
    SELECT
        place,
        nth AS groups,
        GREATEST(IF(is_outcome, LEAST(share, 1), 1 - ABS(1 - share)), 0) - weight - 0.05 * (nth - 1) AS score
    FROM together
),
best AS (
    SELECT *
    FROM scores
    WHERE score > 0
    QUALIFY ROW_NUMBER() OVER (PARTITION BY place ORDER BY ROUND(score, 9) DESC, groups) = 1
)
SELECT best.place, best.groups, best.score, candidates.key, candidates.share, candidates.change
FROM best JOIN candidates ON candidates.place = best.place AND candidates.nth = 1
-- Those that are the same but for the last digits are in the order of the list.
ORDER BY ROUND(best.score, 9) DESC, best.place
