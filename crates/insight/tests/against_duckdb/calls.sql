-- The file as text, and of its columns what is counted: nothing here is taken from the program.
CREATE TABLE calls AS
WITH cells AS (
    SELECT * FROM read_csv('{file}', header = true, delim = ',', quote = '"', all_varchar = true, nullstr = '')
),
typed AS (
    SELECT
        CAST(starttime AS BIGINT) AS start_ms,
        NULLIF(CAST(stoptime AS BIGINT), 0) AS stop_ms,
        COALESCE(CAST(holdtime AS BIGINT), 0) AS talk,
        CAST(feetime AS BIGINT) AS billed,
        CAST(callerpdd AS BIGINT) AS delay,
        CAST(CAST(fee AS DECIMAL(28, 8)) * 100000000 AS HUGEINT) AS fee,
        CAST(CAST(agentfee AS DECIMAL(28, 8)) * 100000000 AS HUGEINT) AS cost,
        CAST(endreason AS INTEGER) AS code,
        CAST(enddirection AS INTEGER) AS side,
        billingmode AS mode,
        COALESCE(calleegatewayid, '') AS vendor,
        COALESCE(customeraccount, '') AS account,
        COALESCE(callergatewayid, '') AS origin,
        COALESCE(callerip, '') AS address,
        NULLIF(regexp_extract(calleee164, '^\+*(\d{4})', 1), '') AS prefix
    FROM cells
)
SELECT
    *,
    talk > 0 AS answered,
    code BETWEEN 128 AND 699 AS sip,
    start_ms // 1000 AS from_s,
    COALESCE(stop_ms, start_ms + talk * 1000) // 1000 AS to_s
FROM typed
