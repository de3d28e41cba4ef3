"""Invented places, and the projects and labels of projects.txt and labels.txt."""
import functools
import pathlib
import re

FOLDER = pathlib.Path(__file__).parent
PLACE_FIRST = "桐柳溪枫澄瑶岚沅湘汀洛渭淇漳沂汶泗滁涪沱岷嘉綦酉黔郁浔融昭腾澜镇盘普曲禄武峨邛岳濮郸魏襄随房竹郧秭归兴鹤咸崇赤蕲罗麻团浠英黄潜仙"
PLACE_SECOND = "陂岭川河湖泉山坪阳丰安平宁和水沙石关桥林坝塘湾浦原田陵源台岗店口铺屯集营堡"
COUNTIES = [("县", 14), ("区", 3), ("市", 2), ("自治县", 1)]
TOWNS = [("镇", 12), ("乡", 6), ("街道", 2)]
VILLAGES = [
    "东沟", "西沟", "上塘", "下塘", "石桥", "老营", "新庄", "王家湾", "李家坝", "大坪", "枣林", "梨园", "柏树", "双河", "三岔", "龙潭",
    "红光", "前进", "团结", "和平", "青龙", "白马", "高坎", "泉水"]
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白"
    "崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文")
GIVEN_NAMES = [
    "某", "某某", "建国", "晓红", "志强", "丽华", "国庆", "海燕", "小军", "永平", "春梅", "文斌", "玉兰", "成林", "秀英"]
BUREAUS = [
    "水务局", "农业农村局", "交通运输局", "民政局", "教育局", "林业局", "住房和城乡建设局", "应急管理局", "卫生健康局", "文化和旅游局",
    "乡村振兴局", "自然资源局", "财政局", "人力资源和社会保障局", "生态环境局", "残疾人联合会"]
SATISFACTION = ["{who}满意度", "{who}满意率", "受访{who}满意度", "{who}对{what}的满意度"]
MORE_GOALS = [
    "提升资金使用效益，确保专款专用。", "按时完成年度任务，发挥项目综合效益。", "进一步提高{who}的获得感、幸福感。", "健全{what}长效管理机制。",
    "完成率达到100%，{who}满意度达到{i:88:98}%以上。", "项目验收合格后及时投入使用。", "带动周边{i:2:12}个村共同发展。"]


def lines(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@functools.cache
def labels():
    """For each label what it is called, with weights."""
    found = {}
    for line in lines("labels.txt"):
        if key := re.match(r"(\w+):", line):
            ways = found.setdefault(key[1], [])
        for word in line[key.end() if key else 0:].split():
            text, _, weight = word.rpartition("=")
            ways.append((text, int(weight)))
    return found


@functools.cache
def kinds():
    """Kinds of projects; the last fits every project."""
    found = []
    for line in lines("projects.txt"):
        if key := re.fullmatch("【(.+)】", line):
            found.append({"key": key[1], "goals": [], "indicators": []})
            continue
        word, rest = line.split(" ", 1)
        if word in ("名称", "受益"):
            found[-1]["names" if word == "名称" else "who"] = rest.split()
        elif word == "对象":
            found[-1]["what"] = rest
        elif word == "目标":
            found[-1]["goals"].append(rest)
        else:
            name, value = rest.split(" ", 1)
            found[-1]["indicators"].append((word, name, value))
    return found
