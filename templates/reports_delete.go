package templates

import "context"

// Delete removes a report that was begun by mistake, with its history. revision
// as in Patch. ErrNotFound, ErrStale; ErrFinal: it is kept for ever; ErrInUse:
// another report names it as its previous one.
func (r *Reports) Delete(ctx context.Context, id string, revision int64) error {
	id, err := reportID(id)
	if err != nil {
		return err
	}
	return r.store.DeleteReport(ctx, id, revision)
}
