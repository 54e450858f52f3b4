package fill

import "fmt"

// What a clerk reads of a payload as a whole: its names, their number, its checks.

func unknownField(name string, meant Text) Text {
	n := quoted(Value{Type: String, Text: name})
	if meant == (Text{}) {
		return say("没有名为%s的字段。请删去，或改为模板中的字段名。", "There is no field named %s. Remove it, or give the name of one.", n)
	}
	return Text{
		fmt.Sprintf("没有名为%s的字段。%s", n, meant.ZH),
		fmt.Sprintf("There is no field named %s. %s", n, meant.EN),
	}
}

// meantField asks whether a field was meant.
func meantField(f *boundField) Text {
	if f.Label == "" {
		return say("是否应为 %s？", "Did you mean %s?", f.Name)
	}
	return say("是否应为 %s（%s）？", "Did you mean %s (%s)?", f.Name, f.Label)
}

// unknownFields tells the number of the names that are not told one by one.
func unknownFields(more int) Text {
	return say("另有 %d 个名称没有对应的字段。请核对是否用错了模板。",
		"%d more names have no field. Check whether they belong to another template.", more)
}

func wrongCount(given, wanted int) Text {
	return say("给出了 %d 个值，文中有 %d 处要填。请按顺序每处给一个值，没有的写 null。",
		"There are %d values for %d places. Give one for each place in order, null where there is none.", given, wanted)
}

// failed says that a check does not hold; figures lists what it reads.
func failed(message Text, figures string) Text {
	return Text{
		fmt.Sprintf("%s。现为：%s。请核对。", message.ZH, figures),
		fmt.Sprintf("%s. As given: %s. Check the figures.", message.EN, figures),
	}
}

func uncheckable(message, reason Text) Text {
	return Text{
		fmt.Sprintf("无法核对“%s”：%s。", message.ZH, reason.ZH),
		fmt.Sprintf("%s cannot be checked: %s.", message.EN, reason.EN),
	}
}
