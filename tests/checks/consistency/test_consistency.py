"""What an editor sees of one thing written in two ways."""

from __future__ import annotations

from newslint import check_text
from newslint.config import Settings
from newslint.finding import Finding, Severity


def found(text: str, *select: str) -> list[Finding]:
    settings = Settings(select=select or ("CO",), level=Severity.INFO)
    return check_text(text, settings=settings)


def test_the_rarer_form_is_marked_and_the_other_one_named() -> None:
    text = "院长贝明理致辞。贝明理说，要加强合作。会后，贝明礼看望了患者。"
    [finding] = found(text)
    assert (finding.code, finding.text, finding.severity) == ("CO01", "贝明礼", Severity.ERROR)
    assert "贝明理" in finding.message
    assert [text[place.start.offset : place.end.offset] for place in finding.related] == ["贝明理", "贝明理"]
    assert finding.fix is None


def test_of_two_forms_as_frequent_both_are_marked_and_none_proposed() -> None:
    text = "院长贝明理致辞。会后，贝明礼看望了患者。"
    one, other = found(text)
    assert (one.text, other.text) == ("贝明理", "贝明礼")
    assert [place.start.offset for place in one.related] == [other.start.offset]
    assert [place.start.offset for place in other.related] == [one.start.offset]


def test_the_other_place_is_told_by_its_part_of_the_article() -> None:
    text = (
        "贝明理院长获奖\n\n本报讯（记者 秦小满）云岭医院院长贝明理昨日获奖，全院职工到场祝贺。\n"
        "“贝明理来医院三十年了，”患者说，“我们都认识他。”\n颁奖以后，院长贝明礼看望了患者。\n"
    )
    [finding] = found(text)
    assert finding.text == "贝明礼"
    assert [(place.zone.value, place.message) for place in finding.related] == [
        ("headline", "标题写作“贝明理”"),
        ("lead", "导语写作“贝明理”"),
        ("quotation", "引语写作“贝明理”"),
    ]


def test_every_place_of_the_rarer_form_is_marked() -> None:
    text = "馆长贝明理致辞。贝明理说，贝明理还说，贝明理最后说。贝明礼介绍，贝明礼离开。"
    assert [finding.text for finding in found(text)] == ["贝明礼", "贝明礼"]


def test_people_who_are_named_side_by_side_are_two() -> None:
    assert found("院长贝明理、贝明礼参加。院长贝明理说，要加强合作。") == []


def test_who_signs_and_who_is_written_about_are_two() -> None:
    assert found("本报讯（记者 贝明理）昨日，院长贝明礼到社区坐诊，居民反映很好。") == []


def test_the_reporter_in_the_text_is_who_signs() -> None:
    byline = "本报讯（记者 田一川）昨日，云岭大桥通车，市民走上桥面。"
    [first, second] = found(f"{byline}记者田依川看到，桥上车流不断。收费员告诉记者田依川，大桥不收费。")
    assert {(finding.code, finding.text, finding.severity) for finding in (first, second)} == {
        ("CO01", "田依川", Severity.ERROR)
    }
    assert [place.message for place in first.related] == ["署名写作“田一川”"]
    assert found(f"{byline}记者田一川看到，桥上车流不断。") == []


QUOTED = "患者说：“{0}来了，我们都高兴，{0}是好医生。”\n会后，大家参观了新楼。\n"


def test_what_is_quoted_is_no_majority_and_is_marked_less_firmly() -> None:
    tie = found("院长贝明理致辞。\n" + QUOTED.format("贝明礼"))
    assert [(finding.text, finding.severity) for finding in tie] == [
        ("贝明理", Severity.ERROR),
        ("贝明礼", Severity.WARNING),
        ("贝明礼", Severity.WARNING),
    ]
    rare = found("院长贝明理致辞。贝明理说，要办好医院，贝明理还说，要修新楼。\n" + QUOTED.format("贝明礼"))
    assert [(finding.text, finding.severity) for finding in rare] == [("贝明礼", Severity.WARNING)] * 2
    told = found("院长贝明理致辞。贝明礼说，要办好医院，贝明理还说，要修新楼。\n" + QUOTED.format("贝明理"))
    assert [(finding.text, finding.severity) for finding in told] == [("贝明礼", Severity.ERROR)]


def test_quoted_words_are_not_changed() -> None:
    text = (
        "其他事项另行通知，其他分馆照常开放，其他活动不变。\n读者说：“其它书架也满了。”其它人都点头。\n新馆明天开馆。\n"
    )
    fixes = {finding.start.offset: finding.fix for finding in found(text)}
    assert fixes[text.index("其它书架")] is None
    fix = fixes[text.index("其它人")]
    assert fix is not None
    assert [edit.text for edit in fix.edits] == ["其他"]


def test_a_headline_may_shorten_an_institution() -> None:
    story = "云岭市湿地保护学会昨日成立，会址设在湿地公园。云岭市湿地保护学会现有会员三百人。\n会员多是教师。\n"
    assert found(f"云岭市湿地护学会成立\n\n{story}", "CO28") == []
    [finding] = found(story + "云岭市湿地护学会明年办展览，欢迎市民参加。\n", "CO28")
    assert finding.text == "云岭市湿地护学会"


def test_a_title_with_a_place_is_another() -> None:
    assert found("《科幻产业发展报告》和《云南科幻产业发展报告》昨日发布，两份报告都有附表。") == []


def test_a_name_is_compared_over_the_articles_of_a_page() -> None:
    text = (
        "# 图书馆开馆\n\n馆长贝明理致辞，读者纷纷走进新馆借书。馆长贝明理说，今后不闭馆。\n\n"
        "# 长跑比赛举行\n\n比赛昨日举行，馆长贝明礼获得第一名，另有两千人参加。"
    )
    assert [finding.text for finding in found(text)] == ["贝明礼"]


def test_a_spelling_is_compared_within_an_article() -> None:
    one = "# 图书馆开馆\n\n新馆昨日开馆，其他分馆照常开放，读者可就近借书还书。"
    other = "# 长跑比赛举行\n\n比赛昨日举行，其它项目下周开始，欢迎市民报名参加。"
    assert found(f"{one}\n\n{other}") == []
    assert [finding.text for finding in found(one + "其它活动另行通知。")] == ["其他", "其它"]


def test_the_same_name_everywhere_is_no_finding() -> None:
    assert found("院长贝明理致辞。贝明理说，总统卡洛斯基、卡洛斯基夫人都到了，《春山如笑时》上演。") == []


def test_kinds_of_names_and_things_with_a_slip() -> None:
    slips = {
        "教师阿依古丽·买买提昨日获奖。阿依古丽·买买提说，她很高兴。阿依古丽·麦买提还唱了歌。": ("CO13", "麦买提"),
        "医生扎西顿珠下乡。扎西顿珠表示，每月来一次。老人拉着扎西顿朱的手不放。": ("CO13", "扎西顿朱"),
        "教练伊万诺维奇说，球队会赢。伊万诺维奇表示满意。记者采访了伊凡诺维奇。": ("CO13", "伊凡诺维奇"),
        "云岭市交通运输局发布通告。云岭市交通运输局说，大桥封闭。可向云岭市交通输运局咨询。": (
            "CO04",
            "云岭市交通输运局",
        ),
        "云岭区教育局昨日开会。云岭区教育局局长讲话。会后，云岭区教育据印发了通知。": ("CO04", "云岭区教育据"),
        "市里推进文体旅融合。文体旅融合带来游客。体文旅融合项目又开工两个。": ("CO06", "体文旅融合"),
        "《云岭市养犬条例》昨日通过。《云岭市养犬条例》共五章。《云岭市养犬条列》明年施行。": (
            "CO15",
            "云岭市养犬条列",
        ),
        "车站有了免费Wi-Fi。乘客连上Wi-Fi就能看书。候车室的WIFI也不慢。": ("CO26", "WIFI"),
        "《云上人家》开播。《云上人家》共三十集。观众说，《云上人加》好看。": ("CO15", "云上人加"),
        "歌手慕容雪昨晚演出。慕容雪说，观众热情。散场后，慕容血为歌迷签名。": ("CO22", "慕容血"),
        "东风-41亮相。东风-41从广场驶过。观众看到东风41都鼓掌。": ("CO26", "东风41"),
        "村医吾买尔江·艾山说，山路远。吾买尔江·艾山表示，不怕远。吾买尔江·艾珊说，习惯了。": (
            "CO13",
            "吾买尔江·艾珊",
        ),
        "每户补贴3000元，老人另加3000元。困难家庭也能领到三千元。": ("CO27", "三千元"),
    }
    for text, (code, slip) in slips.items():
        assert (code, slip) in {(finding.code, finding.text) for finding in found(text)}, text


def test_what_looks_like_a_slip_and_is_none() -> None:
    for text in (
        "父亲田学文、儿子田学武都是教师。田学文说，一家三代教书。田学武表示，他喜欢讲台。",
        "桃溪一中和桃溪二中昨日比赛。桃溪一中胜。桃溪二中的队员不服。",
        "市一院来了新设备。市二院也来了新设备。市一院院长说，两家共用。",
        "云岭市东城区法院与云岭市西城区法院交流。云岭市东城区法院院长介绍了经验。",
        "局长田一川、副局长田一舟出席。田一川讲话，田一舟作了说明。",
        "《诗经选注》和《诗经选译》同时上架。《诗经选注》卖得快，《诗经选译》也不慢。",
        "运动员马丽和队友马莉都进了决赛。马丽说，要拿第一。马莉表示，要和马丽比一比。",
        "桃溪师范大学附属小学与桃溪师范大学附属中学相邻。桃溪师范大学附属小学有学生两千人。",
        "云岭市教育局昨日开会。云岭市教育举措多，云岭市教育举办了展览，云岭市教育据说还要扩招。",
        "每斤3元，三元桥店也是这个价。3元的菜最好卖。",
        "县市区联动三年，市县区联动也三年。",
    ):
        assert found(text) == [], text


def test_a_name_of_two_characters_before_a_preposition_or_an_address() -> None:
    story = "馆长汪洁介绍，新馆明天开馆。汪洁说，读者可以预约。"
    for text in (f"{story}汪杰在会上说，借书不限册数。", f"{story}读者都认得汪杰老师。"):
        assert [(finding.code, finding.text) for finding in found(text)] == [("CO22", "汪杰")]
    assert found(f"{story}汪洁从馆里走出来，汪洋在门口。") == []


def test_an_institution_a_character_off() -> None:
    text = "云岭市中医医院昨日义诊。云岭市中医医院院长到场，市民到云岭市中义医院就诊，可以预约。"
    [finding] = found(text)
    assert (finding.code, finding.text, finding.fix) == ("CO04", "云岭市中义医院", None)
    assert found("云岭市第一医院和云岭市第二医院、云岭市第七医院签约。") == []


def test_terms_models_and_numbers_in_two_forms_are_hints() -> None:
    hints = {
        "CO07": "大家观摩了夜间交班。夜间交接班要规范，夜间交接班要记录。",
        "CO17": "产量增长5%，面积增长3%，亩产提高百分之二。",
        "CO26": "云岭厂的YL-20试飞成功。YL-20长三十米，YL20今年交付两架。",
        "CO27": "四所高校签约。校方说，4所高校将共享图书，4所高校的学生可以互选课程。",
    }
    for code, text in hints.items():
        [finding] = found(text, code)
        assert (finding.severity, finding.fix) == (Severity.INFO, None)
        assert finding.related
        assert check_text(text) == [other for other in check_text(text) if other.code != code]


def test_names_in_two_posts_are_a_warning_once_and_no_finding_twice() -> None:
    once = "院长贝明理带队义诊。会后，村民贝明礼说，医生来了真好。"
    assert [(finding.text, finding.severity) for finding in found(once)] == [
        ("贝明理", Severity.WARNING),
        ("贝明礼", Severity.WARNING),
    ]
    assert found(once + "贝明理表示，还会再来。贝明礼笑了。") == []
