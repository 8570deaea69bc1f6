#!/bin/sh
# Runs a server for as long as its owner lives:
#   while-owned.sh <pid file> <grace in seconds> <folder to remove afterwards, or ""> <command...>
# The owner holds the other end of standard input. When it lets go, or dies however it dies, the server is told to end,
# and killed when the grace is over. To be started in a session of its own: at the end it ends its process group.
pid_file=$1
grace=$2
temporary=$3
shift 3

# Field 22 of /proc/<pid>/stat; the second field is a name in brackets that may hold blanks.
start_time() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return
  set -- ${stat##*) }
  echo "${20}"
}

exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{
  cat /proc/sys/kernel/random/boot_id 2>/dev/null || echo
  echo "$server $(start_time "$server")"
  echo "$PPID $(start_time "$PPID")"
} >"$pid_file.new"
mv "$pid_file.new" "$pid_file"

(
  cat <&3 >/dev/null
  kill -TERM "$server" 2>/dev/null
  sleep "$grace"
  kill -KILL "$server" 2>/dev/null
) &
exec 3<&-

wait "$server"
code=$?
rm -f "$pid_file"
if [ -n "$temporary" ]; then rm -rf "$temporary"; fi
trap '' TERM
kill -TERM 0
exit "$code"
