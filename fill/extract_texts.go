package fill

// storyTexts are the texts of all paragraphs of a package's stories, in the
// order of their start tags.
type storyTexts struct {
	refs  []storyRef
	texts [][]string
}

// texts reads the stories anew for the text of every paragraph.
func (p *Package) texts() (*storyTexts, error) {
	opc, err := p.reopen()
	if err != nil {
		return nil, err
	}
	out := &storyTexts{refs: p.refs}
	for _, ref := range p.refs {
		st, err := p.readStory(opc, ref, keepAll)
		if err != nil {
			return nil, err
		}
		texts := make([]string, len(st.paragraphs))
		for i, para := range st.paragraphs {
			texts[i] = string(para.text)
		}
		out.texts = append(out.texts, texts)
	}
	return out, nil
}

// of gives the texts of the story that answers to a template's: of the same
// name and role, else the one at the same place among those of its role.
func (s *storyTexts) of(ref storyRef, refs []storyRef) []string {
	for i, r := range s.refs {
		if partKey(r.part) == partKey(ref.part) && r.role == ref.role {
			return s.texts[i]
		}
	}
	nth := 0
	for _, r := range refs {
		if r == ref {
			break
		}
		if r.role == ref.role {
			nth++
		}
	}
	for i, r := range s.refs {
		if r.role == ref.role {
			if nth == 0 {
				return s.texts[i]
			}
			nth--
		}
	}
	return nil
}
