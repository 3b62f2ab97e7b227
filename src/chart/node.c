#include "chart/node.h"

#include <string.h>

ZnGroup *zn_group_new(ZnArena *arena, ZnGroupKind kind)
{
	ZnGroup *group = zn_new(arena, ZnGroup);
	group->kind = kind;
	group->bounds = zn_box_empty();
	zn_item_init(&group->frame, ZN_ITEM_GROUP, ZN_ROLE_FRAME);
	return group;
}

ZnMarkList *zn_group_add_marks(ZnArena *arena, ZnGroup *group)
{
	ZnMarkList *list = zn_new(arena, ZnMarkList);
	list->bounds = zn_box_empty();
	zn_push(arena, group->marks, group->n_marks, group->cap_marks, list);
	return list;
}

ZnMarkList *zn_group_add_marks_below(ZnArena *arena, ZnGroup *group)
{
	ZnMarkList *list = zn_group_add_marks(arena, group);
	memmove(group->marks + 1, group->marks, (group->n_marks - 1) * sizeof *group->marks);
	return group->marks[0] = list;
}

ZnItem *zn_mark_list_add(ZnArena *arena, ZnMarkList *list, ZnItemType type, ZnRole role)
{
	ZnItem item;
	zn_item_init(&item, type, role);
	zn_push(arena, list->items, list->n, list->cap, item);
	return &list->items[list->n - 1];
}

void zn_group_add_group(ZnArena *arena, ZnGroup *group, ZnGroup *child)
{
	child->parent = group;
	zn_push(arena, group->groups, group->n_groups, group->cap_groups, child);
}

void zn_group_add_axis(ZnArena *arena, ZnGroup *group, ZnGroup *axis)
{
	axis->parent = group;
	zn_push(arena, group->axes, group->n_axes, group->cap_axes, axis);
}

void zn_group_add_legend(ZnArena *arena, ZnGroup *group, ZnGroup *legend)
{
	legend->parent = group;
	zn_push(arena, group->legends, group->n_legends, group->cap_legends, legend);
}
