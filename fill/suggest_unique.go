package fill

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// distinguish makes the labels unique: first by what the sentence speaks of,
// then by number. A name's places share its label.
func distinguish(fs []mention) {
	qualify(fs)
	times := map[string]int{}
	for i := range fs {
		times[fs[i].label]++
	}
	seen := map[string]int{}
	for i := range fs {
		f := &fs[i]
		label := f.label
		if times[label] < 2 || label == "" {
			continue
		}
		seen[label]++
		for n := seen[label]; n > 1; n++ {
			numbered := label + "（" + strconv.Itoa(n) + "）"
			if times[numbered] == 0 {
				f.label = numbered
				times[numbered] = 1
				seen[label] = n
				break
			}
		}
	}
}

// overlapped joins two words of which the second opens as the first ends:
// 重点项目完工, 完工率.
func overlapped(a, b string) string {
	for n := min(len(a), len(b)); n >= len("完工"); n-- {
		if utf8.RuneStart(a[len(a)-n]) && strings.HasPrefix(b, a[len(a)-n:]) {
			return a + b[n:]
		}
	}
	return a + b
}

// qualifyUnits adds their units to two amounts that follow one another under one
// label: X件X人.
func qualifyUnits(fs []mention) {
	shares := func(i, j int) bool {
		a, b := &fs[i], &fs[j]
		return a.label == b.label && a.unit != b.unit && a.unit != "" && b.unit != "" && a.sentence == b.sentence &&
			a.role == roleAmount && b.role == roleAmount
	}
	var twins []int
	for i := range fs {
		if i > 0 && shares(i-1, i) || i+1 < len(fs) && shares(i, i+1) {
			twins = append(twins, i)
		}
	}
	for _, i := range twins {
		fs[i].label += "（" + fs[i].unit + "）"
	}
}

// qualify adds to each label that occurs twice what tells its places apart: to
// a time what follows it, to a figure what its sentence speaks of.
func qualify(fs []mention) {
	qualifyUnits(fs)
	times := map[string]int{}
	for i := range fs {
		times[fs[i].label]++
	}
	for i := range fs {
		f := &fs[i]
		if times[f.label] < 2 {
			continue
		}
		switch {
		case f.role == roleMoment || f.isQuarter():
			if about := momentAbout(fs, i); about != "" {
				if utf8.RuneCountInString(about) <= 2 {
					about = core(f.topic) + about
				}
				f.label += "（" + about + "）"
			}
		case i+1 < len(fs) && fs[i+1].joined && fs[i+1].label == f.label: // the figures of one list are numbered
		case f.topic != "" && (f.role != roleWord || strings.HasSuffix(f.label, "原因")) && f.unit != "时" && f.unit != "分" && !strings.Contains(f.label, f.topic) && !strings.Contains(f.topic, f.label):
			f.label = shorten(overlapped(core(f.topic), f.label))
		case f.Heading != "" && utf8.RuneCountInString(f.Heading) <= 12 && !strings.Contains(f.label, f.Heading):
			f.label += "（" + f.Heading + "）"
		}
	}
}
