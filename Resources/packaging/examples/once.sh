#!/bin/sh
# 检查和生成一次：sh once.sh（在示例文件夹的副本中运行）
set -eu
cd "$(dirname "$0")"

goalbook check inputs || echo "退出码 $?：有必须改的问题（1）"
goalbook explain I03
goalbook build inputs -o 结果
[ -e 填报模板.xlsx ] || goalbook template -o 填报模板.xlsx
echo "结果在 $PWD/结果/index.html"
