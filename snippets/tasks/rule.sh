# Task: a firewall rule that stops more than it was meant to.
# nodes: docker1 client

docker run -dit --name shop --hostname shop -p 8080:80 busybox httpd -f -h /etc
docker run -dit --name admin --hostname admin -p 8081:80 busybox httpd -f -h /etc
until curl -s http://127.0.0.1:8080/hostname && curl -s http://127.0.0.1:8081/hostname; do sleep 0.1; done
iptables -I DOCKER-USER -i eth0 -p tcp --dport 80 -j DROP

# %% solution
iptables -S DOCKER-USER
iptables -D DOCKER-USER -i eth0 -p tcp --dport 80 -j DROP
iptables -I DOCKER-USER -i eth0 -p tcp -m conntrack --ctorigdstport 8081 -j DROP

# %% done
# on: client
curl -s http://192.0.2.11:8080/hostname
# claim task-rule-open: A rule in the chain DOCKER-USER for one published port leaves another port open whose container listens on the same port.
[[ $(curl -s -m 1 http://192.0.2.11:8080/hostname) == *shop ]]
curl -s -m 1 http://192.0.2.11:8081/hostname || echo "no answer"
# claim task-rule-closed: Over IPv4, a rule in the chain DOCKER-USER for the port to which the client connects leaves it without an answer there, while the host answers its ping.
[[ -z $(curl -s -m 1 http://192.0.2.11:8081/hostname) && $(ping -c 1 192.0.2.11) == *"from 192.0.2.11: "* ]]
# on: docker1
curl -s http://127.0.0.1:8081/hostname
# claim task-rule-host: In spite of a rule in the chain DOCKER-USER for packets from the LAN, the host itself gets an answer at the port that the rule names.
[[ $(curl -s -m 1 http://127.0.0.1:8081/hostname) == *admin ]]
