#!/bin/sh
# 建立工作文件夹并演练一次无人值守的运行：sh nightly.sh（在示例文件夹的副本中运行；不发邮件）
set -eu
cd "$(dirname "$0")"

[ -e 工作/goalbook.json5 ] || goalbook init 工作
cp inputs/* 工作/inputs/
goalbook nightly --workspace 工作 --explain --dry-run
goalbook nightly --workspace 工作
goalbook status --workspace 工作
goalbook schedule cron --workspace 工作
