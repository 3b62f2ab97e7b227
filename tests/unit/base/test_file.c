#include "base/file.h"
#include "base/limits.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test, with what is needed to ask it questions. */
typedef struct Room {
	char *folder;
	ZnArena *arena;
	ZnDiags *diags;
} Room;

static void room_open(Room *room, const void *unused)
{
	(void)unused;
	g_autofree char *made = g_dir_make_tmp("zhinu-test-XXXXXX", NULL);
	room->folder = realpath(made, NULL);
	room->arena = zn_arena_new();
	room->diags = zn_diags_new();
}

static void remove_tree(const char *path)
{
	GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		remove_tree(child);
	}
	if (dir)
		g_dir_close(dir);
	g_assert_cmpint(g_remove(path), ==, 0);
}

static void room_close(Room *room, const void *unused)
{
	(void)unused;
	remove_tree(room->folder);
	free(room->folder);
	zn_arena_free(room->arena);
	zn_diags_free(room->diags);
}

static const char *in(Room *room, const char *name)
{
	return zn_arena_printf(room->arena, "%s/%s", room->folder, name);
}

static void put(Room *room, const char *name, const char *text)
{
	g_assert_true(zn_file_write(room->diags, in(room, name), text, strlen(text)));
}

static void assert_holds(Room *room, const char *name, const char *text)
{
	char *contents;
	size_t len;
	g_assert_true(zn_file_read(room->arena, room->diags, in(room, name), name, &contents, &len));
	g_assert_cmpstr(contents, ==, text);
	g_assert_cmpuint(len, ==, strlen(text));
}

static unsigned count_entries(const char *path)
{
	unsigned n = 0;
	GDir *dir = g_dir_open(path, 0, NULL);
	while (g_dir_read_name(dir))
		n++;
	g_dir_close(dir);
	return n;
}

/* The newest problem mentions `word`. */
static void assert_problem(Room *room, const char *word)
{
	g_assert_cmpuint(zn_diags_len(room->diags), >, 0);
	g_autofree char *text = zn_diag_format(zn_diags_at(room->diags, zn_diags_len(room->diags) - 1), false);
	if (!strstr(text, word))
		g_error("“%s” is not in: %s", word, text);
	zn_diags_clear(room->diags);
}

static void test_read(Room *room, const void *unused)
{
	(void)unused;
	char *contents = NULL;
	size_t len;
	put(room, "a.csv", "a,b\n1,2\n");
	assert_holds(room, "a.csv", "a,b\n1,2\n");
	put(room, "empty", "");
	assert_holds(room, "empty", "");
	g_autofree char *big = g_strnfill(300000, 'x');
	put(room, "big", big);
	assert_holds(room, "big", big);
	g_assert_false(zn_file_read(room->arena, room->diags, in(room, "none"), "none", &contents, &len));
	assert_problem(room, "none: error: cannot read: No such file");
	g_assert_false(zn_file_read(room->arena, room->diags, room->folder, "dir", &contents, &len));
	assert_problem(room, "folder");
	g_assert_null(contents);
	put(room, "huge", "");
	g_assert_cmpint(truncate(in(room, "huge"), (off_t)ZN_LIMIT_FILE_BYTES + 1), ==, 0);
	g_assert_false(zn_file_read(room->arena, room->diags, in(room, "huge"), "huge", &contents, &len));
	assert_problem(room, "huge: error: larger than 256 MB");
	g_assert_cmpuint(zn_arena_used(room->arena), <, 10u << 20);
}

static void test_resolve(Room *room, const void *unused)
{
	(void)unused;
	put(room, "base/data/a.csv", "1");
	put(room, "secret", "2");
	put(room, "base2/a.csv", "3");
	const char *base = in(room, "base");
	g_assert_cmpint(symlink("../secret", in(room, "base/link")), ==, 0);
	g_assert_cmpint(symlink("..", in(room, "base/up")), ==, 0);
	g_assert_cmpint(symlink("data/a.csv", in(room, "base/good")), ==, 0);
	g_assert_cmpint(symlink("base", in(room, "alias")), ==, 0);
	const char *real = in(room, "base/data/a.csv");
	g_assert_cmpstr(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, base, "data/a.csv"), ==, real);
	g_assert_cmpstr(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, base, "./data/../data//a.csv"), ==, real);
	g_assert_cmpstr(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, base, "good"), ==, real);
	g_assert_cmpstr(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, in(room, "alias"), "good"), ==, real);
	g_assert_cmpstr(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, base, "data/none.csv"), ==, in(room, "base/data/none.csv"));
	g_assert_nonnull(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, "/", "etc/passwd"));
	g_assert_cmpuint(zn_diags_len(room->diags), ==, 0);
	static const struct {
		const char *path, *word;
	} refused[] = {
	    {"../secret", "outside"},
	    {"data/../../base2/a.csv", "outside"},
	    {"../base/data/a.csv", "outside"},
	    {"../base2/a.csv", "outside"},
	    {"link", "outside"},
	    {"up/secret", "outside"},
	    {"up/none", "outside"},
	    {"/etc/passwd", "absolute"},
	    {"https://x.org/a.csv", "URL"},
	    {"file:///etc/passwd", "URL"},
	    {"data:text/csv,a", "URL"},
	    {"", "empty"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
		g_assert_null(zn_file_resolve(room->arena, room->diags, zn_pointer("s.json", "/data/url"), base, refused[i].path));
		assert_problem(room, refused[i].word);
	}
	g_assert_null(zn_file_resolve(room->arena, room->diags, (ZnPlace){0}, in(room, "nowhere"), "a.csv"));
	assert_problem(room, "base folder");
}

static void test_write(Room *room, const void *unused)
{
	(void)unused;
	put(room, "a/b/c.txt", "one");
	assert_holds(room, "a/b/c.txt", "one");
	g_assert_cmpint(chmod(in(room, "a/b/c.txt"), 0640), ==, 0);
	put(room, "a/b/c.txt", "two");
	assert_holds(room, "a/b/c.txt", "two");
	struct stat info;
	g_assert_cmpint(stat(in(room, "a/b/c.txt"), &info), ==, 0);
	g_assert_cmpuint(info.st_mode & 0777, ==, 0640);
	g_assert_cmpuint(count_entries(in(room, "a/b")), ==, 1);
	/* A new file is as readable as the umask lets it be, unlike what mkstemp makes. */
	mode_t mask = umask(022);
	put(room, "d.txt", "");
	umask(mask);
	g_assert_cmpint(stat(in(room, "d.txt"), &info), ==, 0);
	g_assert_cmpuint(info.st_mode & 0777, ==, 0644);
	g_assert_cmpint(symlink("a/b/c.txt", in(room, "link")), ==, 0);
	put(room, "link", "three");
	g_assert_true(g_file_test(in(room, "link"), G_FILE_TEST_IS_SYMLINK));
	assert_holds(room, "a/b/c.txt", "three");
	g_autofree char *name = g_strnfill(255, 'n');
	put(room, name, "long");
	assert_holds(room, name, "long");
	g_assert_true(zn_file_write(room->diags, "/dev/null", "x", 1));
	g_assert_cmpint(stat("/dev/null", &info), ==, 0);
	g_assert_true(S_ISCHR(info.st_mode));
}

static void test_write_fails(Room *room, const void *unused)
{
	(void)unused;
	put(room, "file", "old");
	g_assert_false(zn_file_write(room->diags, in(room, "file/x.txt"), "new", 3));
	assert_problem(room, "Not a directory");
	g_assert_false(zn_file_write(room->diags, room->folder, "new", 3));
	assert_problem(room, "Is a directory");
	if (g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
		g_assert_false(zn_file_write(room->diags, "/dev/full", "new", 3));
		assert_problem(room, "No space left");
	}
	g_assert_false(zn_file_write(room->diags, "/proc/zhinu/x.txt", "new", 3));
	assert_problem(room, "cannot write");
	/* Too long a name fails only at the rename, with the folders made and the temporary file written. */
	g_autofree char *name = g_strnfill(256, 'n');
	g_autofree char *path = g_strconcat("made/here/", name, NULL);
	g_assert_false(zn_file_write(room->diags, in(room, path), "new", 3));
	assert_problem(room, "File name too long");
	g_assert_cmpuint(count_entries(room->folder), ==, 1);
}

/* A full disk, played by a limit on the size of files. */
static void test_full_disk(Room *room, const void *unused)
{
	(void)unused;
	put(room, "file", "old");
	struct rlimit before, small;
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	small = (struct rlimit){.rlim_cur = 1000, .rlim_max = before.rlim_max};
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
	g_autofree char *big = g_strnfill(5000, 'x');
	bool over = zn_file_write(room->diags, in(room, "file"), big, 5000);
	bool fresh = zn_file_write(room->diags, in(room, "made/here/x.txt"), big, 5000);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	signal(SIGXFSZ, handler);
	g_assert_false(over || fresh);
	assert_problem(room, "x.txt: error: cannot write: File too large");
	assert_holds(room, "file", "old");
	g_assert_cmpuint(count_entries(room->folder), ==, 1);
}

static void test_sha256(Room *room, const void *unused)
{
	(void)unused;
	g_assert_cmpstr(zn_sha256(room->arena, "abc", 3), ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	g_assert_cmpstr(zn_sha256(room->arena, NULL, 0), ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/base/file/read", Room, NULL, room_open, test_read, room_close);
	g_test_add("/base/file/resolve", Room, NULL, room_open, test_resolve, room_close);
	g_test_add("/base/file/write", Room, NULL, room_open, test_write, room_close);
	g_test_add("/base/file/write-fails", Room, NULL, room_open, test_write_fails, room_close);
	g_test_add("/base/file/full-disk", Room, NULL, room_open, test_full_disk, room_close);
	g_test_add("/base/file/sha256", Room, NULL, room_open, test_sha256, room_close);
	return g_test_run();
}
