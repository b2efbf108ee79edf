# A page that needs a database, started by Compose.

mkdir shop && cd shop || exit
cat >compose.yaml <<'END'
services:
  db:
    image: busybox
    command: sh -c 'touch /ready && exec sleep 1000'
    init: true
    healthcheck:
      test: test -e /ready
      interval: 1s
  page:
    image: busybox
    command: httpd -f -h /etc
    init: true
    environment:
      GREETING: ${GREETING:-hello}
    depends_on:
      db:
        condition: service_healthy
END

# %% file
cat compose.yaml

# %% up
docker compose --progress quiet up --wait

# %% _settle
# Compose may be done a moment before the engine has written the last start down.
until docker events --since 1h --until 0s --filter event=start | grep -q 'name=shop-page-1'; do sleep 0.1; done

# %% events
docker events --since 1h --until 0s --filter event=start --filter event=health_status --format '{{.Action}} {{.Actor.Attributes.name}}'
# claim shop-waits: The page's container is started when the database's health check has passed.
[[ $out == *"start shop-db-1"*"health_status: healthy shop-db-1"*"start shop-page-1"* ]]

# %% _remember
before=$(docker compose ps -q --no-trunc)

# %% change
GREETING=welcome docker compose --progress quiet up --wait
docker compose exec -T page env | grep GREETING
# claim shop-recreates: When a service's environment changes, Compose recreates that service's container and keeps the others.
[[ $out == GREETING=welcome && $before == *$(docker compose ps -q --no-trunc db)* && $before != *$(docker compose ps -q --no-trunc page)* ]]
