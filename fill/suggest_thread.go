package fill

import "strings"

// A thread is what a reader has in mind while going through a paragraph.
type thread struct {
	fs    []mention
	about int // the last amount; -1 for none
	partList
	outer partList // the list of one of whose parts, in brackets, the parts are being listed
	verb  string   // the verb of the last amount: 评选市级名师X名、骨干教师X名
	topic string   // what the sentence speaks of
}

// describe gives every figure its role, label, phrase and topic.
func describe(fs []mention) {
	for paragraph := range byParagraph(fs) {
		t := thread{fs: paragraph, about: -1, partList: noParts, outer: noParts}
		for i := range t.fs {
			t.read(i)
		}
	}
}

// read describes figure i and carries the thread on: 财政收入完成X亿元，同比下降X%
// speaks of 财政收入 to its end.
func (t *thread) read(i int) {
	f := &t.fs[i]
	if f.risen {
		t.readRisen(i)
		return
	}
	t.readStep(i)
	t.distribute(i)
	f.role = readRole(t.fs, i)
	if isBareCell(f) && (f.Row != "" && f.Column != "" || f.role != roleMoment) {
		f.phrase = cellPhrase(f)
		f.label = f.phrase
		return
	}
	if f.first && !t.listGoesOn(i) {
		t.partList, t.outer = noParts, noParts
	}
	if own := clauseTopic(f.clauses[:len(f.clauses)-1]); own != "" && !f.joined && (f.first || f.role == roleChange) && f.role != roleMoment {
		t.topic = own
		if f.first {
			t.about = -1
		}
	}
	if f.role == roleAmount {
		t.readPart(i)
	}
	f.topic = t.topic
	f.label = tidy(shorten(labelers[f.role](t, i)))
	if f.label == "" {
		f.label = shorten(strings.Trim(f.lead(), " 、“”"))
	}
	if f.role == roleAmount && f.leads() || f.role == roleLasting && hasSuffix(f.label, spanEnds) {
		t.about, t.topic, t.verb = i, f.label, leadingVerb(f.label)
	}
	if !strings.ContainsFunc(f.label, isWord) {
		f.label = f.nameless()
	}
	f.label += f.step
}

// spanEnds end the names of lengths of time that are compared: 优良天数X天，同比增加X天.
var spanEnds = []string{"天数", "日数", "周期", "时限", "期限", "时间", "时长", "工期"}

// leads tells an amount of which the words behind it speak on.
func (f *mention) leads() bool {
	return !isVerb(f.phrase) && !f.among && !f.isMultiple() && !hasPrefix(f.phrase, overTakers)
}

// nameless is the label of a figure that no words name.
func (f *mention) nameless() string {
	switch {
	case f.unit != "":
		return f.unit
	case f.kind == KindText:
		return "内容"
	}
	return "数值"
}
