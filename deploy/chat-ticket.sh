#!/bin/sh
# Runs the CLI of the package in /opt/chat-ticket with the environment of chat-ticket.service. Install it as
# /usr/local/bin/chat-ticket, and run it as root. See docs/installing.md.
PATH=/usr/local/bin:/usr/bin:/bin:$PATH
variables=/etc/chat-ticket.env
if [ ! -r "$variables" ]; then
  echo "$variables cannot be read. Run chat-ticket as root. If the file is missing, create it." >&2
  exit 2
fi
# The unit sets DATA_DIR, and the file may change it.
grep -q '^DATA_DIR=' "$variables" || export DATA_DIR="${DATA_DIR:-/var/lib/chat-ticket}"
exec node --env-file="$variables" /opt/chat-ticket/node_modules/chat-ticket/chat-ticket.js "$@"
