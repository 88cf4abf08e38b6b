-- wrk: posts alerts that nobody has sent before. Environment: TO (handrail or alertmanager), SIZE alerts in a request,
-- EVERY how many alerts make one incident, TOKEN, DELAY milliseconds that each connection pauses before a request.
local size = tonumber(os.getenv("SIZE"))
local every = tonumber(os.getenv("EVERY"))
local to_handrail = os.getenv("TO") == "handrail"
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init()
  -- Distinct over threads and over runs.
  count = (os.time() % 100000) * 100000000 + number * 10000000
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
  wrk.path = to_handrail and "/v1/alerts/alertmanager" or "/api/v2/alerts"
end

local pause = tonumber(os.getenv("DELAY") or "0")
if pause > 0 then
  -- From half to one and a half of it, so that connections do not stay in step.
  function delay()
    return math.random(pause / 2, pause * 1.5)
  end
end

local head = '{"version":"4","groupKey":"{}:{batch=\\"%d\\"}","truncatedAlerts":0,"status":"firing","receiver":"handrail",'
  .. '"groupLabels":{"batch":"%d"},"commonLabels":{},"commonAnnotations":{},"externalURL":"http://am:9093","alerts":['
local labels = '"labels":{"alertname":"OrderStuck","batch":"%d","flow":"order-to-erp","order_id":"%d","severity":"critical",'
  .. '"instance":"shop-3:9100","job":"integration"},"annotations":{"summary":"Order %d waits for the ERP",'
  .. '"description":"It was placed 40 minutes ago and has no ERP number."},"startsAt":"2026-11-21T02:14:05.123Z",'
local sent = '{"status":"firing",' .. labels .. '"endsAt":"0001-01-01T00:00:00Z",'
  .. '"generatorURL":"http://prometheus:9090/graph?g0.expr=x","fingerprint":"%016x"}'
local posted = '{' .. labels .. '"generatorURL":"http://prometheus:9090/graph?g0.expr=x"}'

function request()
  local alerts = {}
  local batch
  for i = 1, size do
    count = count + 1
    batch = math.floor(count / every)
    if to_handrail then
      alerts[i] = string.format(sent, batch, count, count, count)
    else
      alerts[i] = string.format(posted, batch, count, count)
    end
  end
  local list = table.concat(alerts, ",")
  local body = to_handrail and string.format(head, batch, batch) .. list .. "]}" or "[" .. list .. "]"
  return wrk.format(nil, nil, nil, body)
end

local wrong = 0
function response(status)
  if status ~= 200 and status ~= 202 then
    wrong = wrong + 1
    if wrong == 1 then print("answered " .. status) end
  end
end

function done(summary, latency)
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
