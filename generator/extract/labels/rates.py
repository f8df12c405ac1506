"""Rates by their own name, and shares told by what becomes of the part: 办结率99.2%, 近半数销往东南亚."""

import re

from generator.extract.labels.figures import thing_of
from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.phrases import After, drop_examples, phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import BLANKS
from generator.model.claim import Kind

RATIO = re.compile(r"(?:率|占比|比重|比例|强度|份额|浓度|程度|度)$")
_AMONG = re.compile(r"(?P<whole>[^的]{2,12})(?:当中|之中|中|里|里面)[，,]?(?:有)?")
_REST = re.compile(r"(?:其余|其他|其它|剩余|剩下|另外|余下)的?$")
_KIND = re.compile(rf"(?:^|[，,]|在|[{BLANKS}])(?P<kind>[^，,。；;{BLANKS}]{{2,16}}?)(?:当中|之中|中|里)[，,]$")
_ONLY_HAS = re.compile("(?:有|约有|已有|就有)?")
_SHORTEST_DEED, _LONGEST_DEED = 3, 20
_MODAL = re.compile("(?:都|均|还|仍)*(?:要|需要|需|靠|依赖|依靠)(?=[一-龥]{2})")
_JUST = re.compile("(?<=[一-龥]{2})(?:刚刚好?|刚好?|恰好|正好|恰恰)$")
_BARE_SHARE = re.compile(r"(?:所占)?的?(?:占比|比重|比例|份额)$")
_GIVES = re.compile(r"(?:其|增长|增量|增收)?贡献率|对.+贡献率")
_HALF = re.compile("(?:首次)?(?:已|将)?(?:过半|(?:超过?|逾|接?近|达到?|不足|不到)(?:了)?(?:一半|半数)|半数)")
_PULLS = re.compile("拉动|带动|推动|助推|促进")
_COMPARED = re.compile("(?:占|高于|低于).*$|(?:增速|增幅)(?:高于.*|低于.*)?$")
_CHANGED = re.compile("(?:缩短|下降|降低|减少|提高|提升|增长|增加|压缩|节省|节约|上升)了?")
_FALLEN = re.compile("[短降减缩省约]")
_LONGEST_BARE = 4


def rate(scene: Scene) -> LabelChoice | None:
    """The label of a rate from the phrase before it (办结率99.2%), with what the label before it is the rate of; None without a phrase.

    A phrase that names only the part is a share: 本科以上占比, 产品外销占比.
    """
    phrase = scene.before
    if phrase is None or len(tidy(phrase.noun)) < 2:
        return None
    name = _JUST.sub("", phrase.verb + drop_examples(tidy(phrase.noun)))
    if _REST.search(name) and scene.base is not None and scene.base.kind is Kind.SHARE and scene.after:
        return _rest(scene, phrase.start)
    among = _AMONG.fullmatch(name)
    if among and scene.after and (scene.after.noun or scene.after.verb_phrase):
        return _among(scene, among["whole"], scene.after, phrase.start)
    name = _with_base(scene, name)
    within = within_told(scene)
    part = _BARE_SHARE.sub("", name)
    if within and part != name and len(part) > 1 and within not in name:
        return scene.choose(f"{part}占{within}比重", "rate", phrase.start, scene.quantity.end, part)
    name = merge(within, name)
    if _CHANGED.fullmatch(name) and scene.base is not None:
        text = merge(scene.base.noun, "降幅" if _FALLEN.search(name) else "")
        return scene.choose(text, "rate-change", scene.base.start, scene.quantity.end, scene.base.noun)
    doing = "" if RATIO.search(name) else _doing(scene)
    return scene.choose(f"{name}{doing}占比" if doing else name, "rate", phrase.start, scene.quantity.end, name)


def _with_base(scene: Scene, name: str) -> str:
    """The rate's name with what the label before it tells of, where it says nothing of that itself: 贡献率, 合格率."""
    base = scene.base
    if base is None:
        return name
    whole = _whole_of_part(scene, base) if _BARE_SHARE.fullmatch(name) else ""
    if whole:
        return f"{without_turn(base.text)}占{whole}比重"
    if name in scene.words.dependents:
        return merge(_PULLS.split(base.noun)[0] or base.noun, name)
    if _GIVES.fullmatch(name):
        doer = _COMPARED.sub("", base.noun) or base.noun
        return merge(_PULLS.sub("对", doer) if _PULLS.search(doer) else f"{doer}对", name)
    thing = thing_of(scene, base.noun)
    return merge(thing, name) if _is_rate_of(scene, base, thing, name) else name


def _whole_of_part(scene: Scene, part: LabelChoice) -> str:
    """外贸进出口总额 of 全区外贸进出口总额183.6亿元，其中对俄进出口71.2亿元，占比近四成: the sum of which the part was told; else empty.

    出口 of 进出口 keeps its own name.
    """
    passage = scene.passage
    before = passage.before_in_sentence(scene.index)
    at = next((at for at in before if scene.earlier[at] is part), None)
    among = passage.text.rfind("其中", passage.sentence_of(scene.index).start, passage.quantities[at].start) if at is not None else -1
    if at is None or among < 0 or part.kind is not Kind.LEVEL:
        return ""
    unit = bare_unit(passage.quantities[at].unit)
    sums = (one for one in before if passage.quantities[one].start < among and bare_unit(passage.quantities[one].unit) == unit)
    told = next((told for one in sums if (told := scene.earlier[one]) is not None and told.kind is Kind.LEVEL), None)
    return without_turn(told.text) if told and told.owner == part.owner and part.text not in told.text else ""


def _is_rate_of(scene: Scene, base: LabelChoice, thing: str, name: str) -> bool:
    """Whether a short rate is of the thing counted last, which is no longer than it and no measure itself."""
    short = name.endswith("率") and len(name) <= _LONGEST_BARE and 2 <= len(thing) <= len(name) + 1
    forms = scene.words.forms
    measured = forms.measure_end.search(thing) or forms.bare_measure.fullmatch(thing)
    return short and base.kind is Kind.LEVEL and not measured


def halved(scene: Scene) -> LabelChoice | None:
    """外销首次过半: more than half of something is its share, whatever it is called; a rate is one by name."""
    phrase, text = scene.before, scene.passage.text
    name = _JUST.sub("", tidy(phrase.text)) if phrase and (not phrase.verb or phrase.noun.endswith(scene.words.heads)) else ""
    if phrase is None or len(name) < 2 or RATIO.search(name) or not _HALF.match(text, scene.quantity.head):
        return None
    return scene.choose(f"{name}占比", "rate", phrase.start, scene.quantity.end, name)


def _among(scene: Scene, whole: str, after: After, start: int) -> LabelChoice:
    """员工里八成是毕业生: 毕业生占员工比重; 企业中三成进入海外市场: 进入海外市场的企业占比."""
    if after.noun and scene.passage.text.startswith("是", scene.quantity.tail):
        return scene.choose(f"{after.noun}占{whole}比重", "share-among", start, after.end, after.noun)
    deed = re.sub("^(?:进了|进入了?)", "进入", after.noun + after.verb_phrase)
    return scene.choose(f"{deed}的{whole}占比", "share-among", start, after.end, whole)


def of_kind(scene: Scene) -> LabelChoice | None:
    """创新药企业中，六成以上由海归团队创办; 规上工业企业当中，设有研发机构的超过六成: those that do so, of the kind named before."""
    clauses = [clause for clause in scene.passage.sentence_of(scene.index).clauses if clause.end <= scene.clause_start]
    kind = _KIND.search(scene.passage.blanked[clauses[-1].start : clauses[-1].end]) if clauses else None
    noun = kind["kind"].replace("的", "") if kind else ""
    if kind is None or not noun.endswith(scene.words.heads):
        return None
    own, after = scene.passage.text[scene.clause_start : scene.quantity.head], scene.after
    deed = own.removesuffix("的") if own.endswith("的") else ""
    if (
        _ONLY_HAS.fullmatch(own)
        and after is not None
        and not after.attribute
        and (after.verb_phrase or not after.noun or _did(scene, after.noun))
    ):
        deed = tidy(scene.passage.text[scene.quantity.tail : after.end])
    if not _SHORTEST_DEED <= len(deed) <= _LONGEST_DEED:
        return None
    return scene.choose(
        f"{deed}的{noun}占比", "share-among", clauses[-1].start + kind.start("kind"), after.end if after else scene.quantity.end, noun
    )


def _doing(scene: Scene) -> str:
    """销往海外, 进口 of 八成要进口: what the part does; empty if something is counted."""
    after = scene.after
    if after is None or after.attribute:
        return ""
    modal = _MODAL.match(after.noun)
    return after.verb_phrase if not after.noun else after.noun[modal.end() :] + after.verb_phrase if modal else ""


def _did(scene: Scene, words: str) -> bool:
    return scene.words.leading_verb.match(words) is not None or scene.words.forms.deed.match(words) is not None


def _rest(scene: Scene, start: int) -> LabelChoice | None:
    """产品70%出口欧美，其余30%供应国内市场: the rest of the same thing, and what becomes of it."""
    base, after = scene.base, scene.after
    doing = after.noun + after.verb_phrase if after else ""
    if base is None or not doing:
        return None
    noun = base.noun if not base.noun.endswith("占比") else ""
    return scene.choose(f"{noun}{doing}占比", "rate", start, scene.quantity.end, noun) if noun else None


def within_told(scene: Scene) -> str:
    """技术合同成交额中，流向京外的比例: what the clause before says the share is of."""
    clauses = scene.passage.sentence_of(scene.index).clauses
    before = next((clause for clause in reversed(clauses) if clause.end <= scene.clause_start), None)
    if before is None or not re.search(r"(?:[中里]|(?<!以)内)[，,]$", scene.passage.text[before.start : before.end]):
        return ""
    counted = [
        at for at in scene.passage.before_in_sentence(scene.index) if before.start <= scene.passage.quantities[at].start < before.end
    ]
    if counted:
        told = scene.earlier[counted[0]]
        return told.text if told is not None and told.kind is Kind.LEVEL and len(told.text) <= 12 else ""
    phrase = phrase_before(scene.passage.blanked, before.start, before.end - 2, scene.words)
    return tidy(phrase.text) if phrase and len(tidy(phrase.text)) <= 12 else ""


def rest_of_clause(scene: Scene) -> LabelChoice | None:
    """近半数销往东南亚: of what was told before."""
    after, base = scene.after, scene.base
    if after is None or not after.verb_phrase:
        return None
    rest = re.match(r"[^，,。；;]{2,24}", scene.passage.text[scene.quantity.tail :])
    name = merge(base.noun if base else "", tidy(rest[0]) if rest else after.verb_phrase)
    return scene.choose(f"{name}占比", "share-deed", base.start if base else scene.quantity.start, after.end, name)


__all__ = ["RATIO", "halved", "of_kind", "rate", "rest_of_clause", "within_told"]
