#!/bin/sh
# Sets up what Quarterdeck needs: resources/setup.sh run|test
#
# A Python 3.11 to 3.13, the system libraries Qt loads, a .venv, and the locked packages. What is done is skipped: a stamp
# in .venv names the Python and the lock file it was made from. As root missing Debian packages are installed through apt;
# otherwise one line says exactly what to install.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

case "$purpose" in
    run) lock=requirements.txt ;;
    test) lock=requirements-dev.txt ;;
    *) fail "say run or test" ;;
esac
stamp=".venv/quarterdeck-$purpose"
# Done already: nothing is asked of Python, apt or the network. A Python named by hand is looked at again.
sum=$(cksum < "$lock")
if [ -z "${PYTHON:-}" ] && [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ]; then exit 0; fi

find_python() {
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
        [ -n "$candidate" ] || continue
        command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# Debian packages whose library is not on this machine. "name:soname" pairs; a name may differ by release (t64).
missing_packages() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    wanted="libgl1:libGL.so.1 libegl1:libEGL.so.1 libglib2.0-0:libglib-2.0.so.0 libfontconfig1:libfontconfig.so.1
        libxkbcommon0:libxkbcommon.so.0 libdbus-1-3:libdbus-1.so.3 libxcb-cursor0:libxcb-cursor.so.0
        libxcb-icccm4:libxcb-icccm.so.4 libxcb-keysyms1:libxcb-keysyms.so.1 libxcb-shape0:libxcb-shape.so.0
        libxkbcommon-x11-0:libxkbcommon-x11.so.0"
    for pair in $wanted; do
        case "$known" in *"${pair#*:} "*) ;; *) printf '%s ' "${pair%%:*}" ;; esac
    done
    if [ "$purpose" = test ]; then
        command -v Xvfb >/dev/null 2>&1 || printf 'xvfb '
        command -v xauth >/dev/null 2>&1 || printf 'xauth '
        command -v xdotool >/dev/null 2>&1 || printf 'xdotool '
        command -v xrandr >/dev/null 2>&1 || printf 'x11-xserver-utils '
        command -v aplay >/dev/null 2>&1 || printf 'alsa-utils '
    fi
}

install_packages() {
    [ -n "$1" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "this system has no apt; Qt may need the equivalent of: $1"
        return 0
    fi
    [ "$(id -u)" = 0 ] || fail "missing system packages; run: sudo apt-get install --no-install-recommends $1"
    say "installing system packages: $1"
    apt-get update -qq >&2
    chosen=""
    for name in $1; do
        # Ubuntu 24.04 renamed some libraries.
        if apt-cache show "$name" 2>/dev/null | grep -q '^Version:'; then chosen="$chosen $name"; else chosen="$chosen ${name}t64"; fi
    done
    # shellcheck disable=SC2086 # one word a package is meant
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $chosen >&2
}

make_environment() {
    if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        [ "$(cat .venv/quarterdeck-python 2>/dev/null)" = "$version" ] && return 0
    fi
    # Half made, or made by another Python: begin again.
    rm -rf .venv
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        series=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
        install_packages "$series-venv $series-dev"
    fi
    say "making .venv with $version"
    "$python" -m venv .venv
}

if ! python=$(find_python); then
    install_packages "python3 python3-venv python3-dev"
    python=$(find_python) || fail "Python 3.11, 3.12 or 3.13 is needed; install one, or name it: make run PYTHON=/path/to/python"
fi
version=$("$python" -c 'import platform, sys; print(sys.executable, platform.python_version())')
install_packages "$(missing_packages)"
make_environment
# Until pip is done the environment is half made: whoever is killed here begins again.
rm -f .venv/quarterdeck-*
say "installing packages of $lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" >&2
printf '%s' "$version" > .venv/quarterdeck-python
printf '%s' "$sum" > "$stamp"
# The wider set satisfies the narrower one.
if [ "$purpose" = test ]; then cksum < requirements.txt > .venv/quarterdeck-run; fi
