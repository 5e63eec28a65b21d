#!/usr/bin/env bash
# Installs what the demo and the tests need beyond npm: real directories and real browsers (Debian and its kin).
# Where it may not install, it names the packages and the command, and ends with status 3.
# usage: scripts/system-packages.sh [demo|test]
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin

openldap=(slapd ldap-utils openssl)
fonts=(fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
active_directory=(samba-ad-dc samba-ad-provision samba-dsdb-modules samba-vfs-modules python3-samba ldb-tools)
case ${1:-test} in
  demo) wanted=("${openldap[@]}") ;;
  test) wanted=("${openldap[@]}" chromium firefox-esr "${fonts[@]}" "${active_directory[@]}") ;;
  *) echo "usage: scripts/system-packages.sh [demo|test]" >&2; exit 2 ;;
esac

has() { command -v "$1" >/dev/null; }
has_any() { local one; for one in "$@"; do if has "$one"; then return 0; fi; done; return 1; }
# The demo shows a browser only where there is a display to show it on, and takes the one that is there.
if [ "${1:-test}" = demo ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] &&
  ! has_any chromium chromium-browser google-chrome google-chrome-stable firefox firefox-esr; then
  wanted+=(chromium)
fi

if ! has apt-get || ! has dpkg-query; then
  # The programs are looked for where Debian puts them.
  if [ -x /usr/sbin/slapd ] && [ -d /etc/ldap/schema ] && has ldapsearch; then exit 0; fi
  echo "Nameplate's demo and tests run a real OpenLDAP as Debian packages it: ${wanted[*]}." >&2
  if [ "$(uname -s)" = Darwin ]; then
    echo "On macOS, Homebrew's openldap keeps slapd in \$(brew --prefix openldap)/libexec, where they do not look: use a Debian container or machine." >&2
  else
    echo "On this system use a Debian container or machine. The server itself (npm start) needs none of them." >&2
  fi
  exit 3
fi

missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ]; then
  echo "Missing: ${missing[*]}. Install them with: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 3
fi

# What is new here would start as a service now and at every boot, such as a slapd with a directory nobody asked for.
enabled_services() {
  if [ -d /run/systemd/system ]; then systemctl list-unit-files --type=service --state=enabled --no-legend | cut -d' ' -f1; fi
}
enabled_before=$(enabled_services)
said=$(mktemp)
policy=/usr/sbin/policy-rc.d
trap 'rm -f "$said"' EXIT
trap 'exit 130' INT TERM HUP
if [ ! -e "$policy" ]; then
  trap 'rm -f "$said" "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi
if has debconf-set-selections; then echo 'slapd slapd/no_configuration boolean true' | debconf-set-selections; fi

export DEBIAN_FRONTEND=noninteractive
install() { apt-get install --no-install-recommends -y -qq -o DPkg::Lock::Timeout=300 "${missing[@]}" </dev/null >>"$said" 2>&1; }
update() { apt-get update -qq >>"$said" 2>&1; }

echo "Installing: ${missing[*]}" >&2
# Lists of packages that are missing or out of date are the usual reason for a failure.
for package in "${missing[@]}"; do
  if ! apt-cache show "$package" >/dev/null 2>&1; then update || true; break; fi
done
if ! install && ! { update && install; }; then
  tail -n 20 "$said" >&2
  echo "These packages could not be installed: ${missing[*]}. apt-get says why above." >&2
  exit 1
fi
for service in $(enabled_services); do
  grep -qxF "$service" <<<"$enabled_before" || systemctl disable --quiet "$service" >&2
done
