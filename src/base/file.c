#include "base/file.h"
#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (64u << 10)
#define PIPE_WAIT 3000 /* ms that a pipe may lack its other side */
#define PIPE_STEP 20

/* --- reading --- */

/* After a read that gave `got`: whether there may be more. A pipe (opened not to block) waits for whoever has it open to write, and for somebody to
 * open it at first, but not for ever. */
static bool wait_for_more(int fd, ssize_t got, size_t used, int *patience)
{
	if (got < 0 && errno == EAGAIN) {
		poll(&(struct pollfd){.fd = fd, .events = POLLIN}, 1, -1);
		return true;
	}
	if (got < 0)
		return errno == EINTR;
	if (used || *patience <= 0)
		return false;
	g_usleep(PIPE_STEP * 1000);
	*patience -= PIPE_STEP;
	return true;
}

/* Reads to the end in growing blocks, since a pipe does not know its size; `expected` saves the growing. `patience`: ms to wait for a first byte. */
static bool read_all(ZnArena *arena, ZnDiags *diags, int fd, size_t expected, int patience, const char *name, char **contents, size_t *len)
{
	bool pipe = patience > 0;
	size_t cap = MAX(expected + 2, BLOCK), used = 0;
	char *bytes = zn_arena_alloc(arena, cap);
	for (;;) {
		if (used + 1 == cap) {
			bytes = zn_arena_grow(arena, bytes, used, cap * 2);
			cap *= 2;
		}
		ssize_t got = read(fd, bytes + used, cap - used - 1);
		if (got <= 0 && wait_for_more(fd, got, used, &patience))
			continue;
		if (got < 0) {
			zn_error(diags, zn_place(name, 0, 0), NULL, "cannot read: %s", g_strerror(errno));
			return false;
		}
		if (got == 0 && !used && pipe) {
			zn_error(diags, zn_place(name, 0, 0), NULL, "cannot read: nobody writes into this pipe");
			return false;
		}
		if (got == 0)
			break;
		used += (size_t)got;
		if (used > ZN_LIMIT_FILE_BYTES) {
			zn_error(diags, zn_place(name, 0, 0), NULL, "larger than %u MB", ZN_LIMIT_FILE_BYTES >> 20);
			return false;
		}
	}
	bytes[used] = '\0';
	*contents = bytes;
	*len = used;
	return true;
}

bool zn_file_read(ZnArena *arena, ZnDiags *diags, const char *path, const char *name, char **contents, size_t *len)
{
	if (strcmp(path, "-") == 0)
		return read_all(arena, diags, STDIN_FILENO, 0, 0, name, contents, len);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* which matters to pipes only */
	if (fd < 0) {
		zn_error(diags, zn_place(name, 0, 0), NULL, "cannot read: %s", g_strerror(errno));
		return false;
	}
	struct stat info;
	bool ok = fstat(fd, &info) == 0;
	size_t expected = ok && S_ISREG(info.st_mode) ? (size_t)info.st_size : 0;
	if (!ok) {
		zn_error(diags, zn_place(name, 0, 0), NULL, "cannot read: %s", g_strerror(errno));
	} else if (S_ISDIR(info.st_mode)) {
		zn_error(diags, zn_place(name, 0, 0), NULL, "is a folder, not a file");
		ok = false;
	} else if (expected > ZN_LIMIT_FILE_BYTES) {
		zn_error(diags, zn_place(name, 0, 0), NULL, "larger than %u MB", ZN_LIMIT_FILE_BYTES >> 20);
		ok = false;
	} else {
		ok = read_all(arena, diags, fd, expected, S_ISFIFO(info.st_mode) ? PIPE_WAIT : 0, name, contents, len);
	}
	close(fd);
	return ok;
}

/* --- paths --- */

/* Bytes of "http:" and the like in front, 0 when there is no scheme (RFC 3986, 3.1). */
static size_t scheme_len(const char *text)
{
	size_t n = 0;
	if (!g_ascii_isalpha(*text))
		return 0;
	while (g_ascii_isalnum(text[n]) || (text[n] && strchr("+-.", text[n])))
		n++;
	return text[n] == ':' ? n : 0;
}

/* True when .. steps at some point above where the path started. */
static bool climbs_out(const char *relative)
{
	int depth = 0;
	while (*relative) {
		size_t n = strcspn(relative, "/");
		if (n == 2 && memcmp(relative, "..", 2) == 0)
			depth--;
		else if (n && !(n == 1 && *relative == '.'))
			depth++;
		if (depth < 0)
			return true;
		relative += n + (relative[n] == '/');
	}
	return false;
}

static bool is_inside(const char *folder, const char *path)
{
	size_t n = strlen(folder);
	if (strcmp(folder, "/") == 0)
		return true;
	return strncmp(folder, path, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

/* The real path of the longest part of `path` that exists, with malloc; `path` is absolute, so that "/" is there at last. */
static char *existing_part(const char *path)
{
	char *part = g_strdup(path), *real = realpath(part, NULL);
	while (!real && strcmp(part, "/") != 0) {
		char *parent = g_path_get_dirname(part);
		g_free(part);
		part = parent;
		real = realpath(part, NULL);
	}
	g_free(part);
	return real;
}

static const char *resolve_inside(ZnArena *arena, const char *folder, const char *relative, bool *outside)
{
	const char *joined = zn_arena_printf(arena, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, relative);
	char *real = realpath(joined, NULL);
	const char *path = real ? zn_arena_strdup(arena, real) : joined;
	if (!real)
		real = existing_part(joined);
	*outside = !real || !is_inside(folder, real);
	free(real);
	return path;
}

const char *zn_file_resolve(ZnArena *arena, ZnDiags *diags, ZnPlace place, const char *base, const char *relative)
{
	size_t scheme = scheme_len(relative);
	if (scheme) {
		zn_error(diags, place, "save the data as a file beside it", "“%s” is a URL (%.*s:), and nothing is fetched from the network",
		         relative, (int)scheme, relative);
		return NULL;
	}
	if (!*relative) {
		zn_error(diags, place, NULL, "the file name is empty");
		return NULL;
	}
	if (*relative == '/') {
		zn_error(diags, place, "write the path relative to the base folder", "“%s” is an absolute path", relative);
		return NULL;
	}
	const char *shown = base && *base ? base : ".";
	char *folder = realpath(shown, NULL);
	if (!folder) {
		zn_error(diags, place, NULL, "cannot open the base folder “%s”: %s", shown, g_strerror(errno));
		return NULL;
	}
	bool outside = climbs_out(relative);
	const char *path = outside ? NULL : resolve_inside(arena, folder, relative, &outside);
	free(folder);
	if (!outside)
		return path;
	zn_error(diags, place, "--base DIR chooses another base folder", "“%s” is outside the base folder “%s”", relative, shown);
	return NULL;
}

/* --- writing --- */

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t put = write(fd, bytes, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes += put;
		len -= (size_t)put;
	}
	return true;
}

/* Removes the empty folders from `folder` up to, but not including, `kept`. */
static void remove_made(const char *folder, const char *kept)
{
	char *at = g_strdup(folder);
	while (strcmp(at, kept) != 0 && (g_rmdir(at) == 0 || errno == ENOENT)) {
		char *parent = g_path_get_dirname(at);
		g_free(at);
		at = parent;
	}
	g_free(at);
}

/* The nearest folder above `folder` (or itself) that is there; owned. */
static char *nearest_existing(const char *folder)
{
	char *at = g_strdup(folder);
	while (!g_file_test(at, G_FILE_TEST_EXISTS) && strcmp(at, ".") != 0 && strcmp(at, "/") != 0) {
		char *parent = g_path_get_dirname(at);
		g_free(at);
		at = parent;
	}
	return at;
}

/* Writes the temporary file and puts it in place; 0 or errno. */
static int write_beside(const char *folder, const char *path, const struct stat *old, const void *bytes, size_t len)
{
	/* The name does not grow with the target's, which may be as long as names can be. */
	char *temporary = g_build_filename(folder, ".zhinu-XXXXXX", NULL);
	int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0666);
	int problem = fd < 0 ? errno : 0;
	if (!problem) {
		if (!write_all(fd, bytes, len) || (old && fchmod(fd, old->st_mode & 07777) != 0))
			problem = errno;
		/* Some file systems say only now that the disk is full. */
		if (close(fd) != 0 && !problem)
			problem = errno;
		if (!problem && g_rename(temporary, path) != 0)
			problem = errno;
		if (problem)
			g_unlink(temporary);
	}
	g_free(temporary);
	return problem;
}

/* Pipes and devices such as /dev/null must not be replaced by a file. */
static int write_into(const char *path, const void *bytes, size_t len)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
	for (int waited = 0; fd < 0 && errno == ENXIO && waited < PIPE_WAIT; waited += PIPE_STEP) { /* a pipe that nobody reads from yet */
		g_usleep(PIPE_STEP * 1000);
		fd = open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
	}
	if (fd < 0)
		return errno;
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	int problem = write_all(fd, bytes, len) ? 0 : errno;
	if (close(fd) != 0 && !problem)
		problem = errno;
	return problem;
}

/* What ends a program waits until the temporary file is in place or gone: none is left behind. */
static void hold_signals(sigset_t *before)
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
	sigset_t held;
	sigemptyset(&held);
	for (size_t i = 0; i < G_N_ELEMENTS(ending); i++)
		sigaddset(&held, ending[i]);
	pthread_sigmask(SIG_BLOCK, &held, before);
}

/* Writes to where `path` leads: a link stays a link and its target is replaced. */
static int write_to(const char *path, const void *bytes, size_t len)
{
	struct stat info;
	bool exists = stat(path, &info) == 0;
	if (exists && S_ISDIR(info.st_mode))
		return EISDIR;
	if (exists && !S_ISREG(info.st_mode))
		return write_into(path, bytes, len);
	if (exists && access(path, W_OK) != 0)
		return errno;
	char *real = exists ? realpath(path, NULL) : NULL;
	const char *target = real ? real : path;
	char *folder = g_path_get_dirname(target), *kept = nearest_existing(folder);
	sigset_t before;
	hold_signals(&before);
	int problem = g_mkdir_with_parents(folder, 0777) == 0 ? 0 : errno;
	if (!problem)
		problem = write_beside(folder, target, exists ? &info : NULL, bytes, len);
	if (problem)
		remove_made(folder, kept);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	g_free(kept);
	g_free(folder);
	free(real);
	return problem;
}

bool zn_file_write(ZnDiags *diags, const char *path, const void *bytes, size_t len)
{
	int problem;
	if (strcmp(path, "-") == 0)
		problem = fflush(stdout) == 0 && write_all(STDOUT_FILENO, bytes, len) ? 0 : errno;
	else
		problem = write_to(path, bytes, len);
	if (!problem)
		return true;
	zn_error(diags, zn_place(strcmp(path, "-") == 0 ? "standard output" : path, 0, 0), NULL, "cannot write: %s", g_strerror(problem));
	return false;
}

const char *zn_sha256(ZnArena *arena, const void *bytes, size_t len)
{
	char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes ? bytes : (const guchar *)"", len);
	const char *copy = zn_arena_strdup(arena, digest);
	g_free(digest);
	return copy;
}
