SELECT pg_backend_pid() AS backend_pid, host(inet_client_addr()) AS client, inet_client_port() AS client_port
