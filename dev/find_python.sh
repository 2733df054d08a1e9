# Sourced by bin/*: sets PYTHON to a Python that Odoo 19 and the pins work with.

usable() {
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
    2>/dev/null
}

find_python() {
  local name
  for name in python3 python3.13 python3.12 python3.11; do
    if usable "$name"; then
      PYTHON="$name"
      return 0
    fi
  done
  return 1
}

install_python() {
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  echo "Python" "(apt-get install python3 python3-venv)"
  $sudo apt-get -q update >/dev/null 2>&1
  $sudo apt-get -q -y install python3 python3-venv >/dev/null 2>&1
}

if ! find_python && ! { install_python && find_python; }; then
  echo "danvan: Python 3.11 to 3.13 is missing and could not be installed:" \
    "install it and run this again." >&2
  exit 1
fi
export PYTHONDONTWRITEBYTECODE=1
