#!/bin/sh
# 取得 Fandol 字体（仿宋、楷体、宋体、黑体）：从 Debian 软件包 texlive-lang-chinese 中解出，不安装这个软件包。
# 用法：sh fetch-fonts.sh 目标文件夹
# 退出码：0 已经有了或已取得；1 没能取得。不需要管理员权限；已经有了时不联网。
set -u

target=$1
package=texlive-lang-chinese
fonts="FandolFang-Regular FandolKai-Regular FandolSong-Regular FandolSong-Bold FandolHei-Regular FandolHei-Bold"

complete() {
    for font in $fonts; do [ -s "$1/$font.otf" ] || return 1; done
}

fail() {
    echo "没有取得 Fandol 字体：$1。目标书仍可打印，以 Noto 代替仿宋等字体；以后可以再运行 goalbook doctor --fetch-fonts" >&2
    exit 1
}

complete "$target" && exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "这台机器不是 Debian 系统"
mkdir -p "$target" 2>/dev/null && [ -w "$target" ] || fail "写不进“$target”"
work=$(mktemp -d "$target/.fetch-XXXXXX") || fail "写不进“$target”"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

echo "取得 Fandol 字体（下载约 49 MB，只解出字体，不安装）……" >&2
cd "$work" || fail "进不了“$work”"
mkdir -p state/lists/partial cache/archives/partial
download() {
    apt-get -q -o APT::Sandbox::User="$(id -un)" -o Acquire::Retries=2 -o Acquire::http::Timeout=60 "$@" >log 2>&1
}
# 本机没有软件包清单时，在临时文件夹里取一份，不动系统的。
lists="-o Dir::State=$work/state -o Dir::State::status=/var/lib/dpkg/status -o Dir::Cache=$work/cache"
download download $package || { download $lists update && download $lists download $package; } ||
    fail "下载不了软件包 $package（$(tail -n 1 log)）"
dpkg-deb --fsys-tarfile $package*.deb | tar -x --wildcards '*/fandol/Fandol*.otf' || fail "解不开软件包 $package"
for font in $fonts; do
    file=$(find . -name "$font.otf" -type f)
    [ -n "$file" ] && mv -f "$file" "$target/$font.otf" || fail "软件包里没有 $font"
done
