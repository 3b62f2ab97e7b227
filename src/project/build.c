#include "project/build.h"

#include "base/json.h"
#include "project/identity.h"
#include "project/manifest.h"
#include "text/fonts.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- a worker: takes job numbers, answers with length and JSON --- */

static void add_messages(GString *out, const ZnContext *context)
{
	for (size_t i = 0; i < zn_diags_len(context->diags); i++) {
		g_autofree char *text = zn_diag_format(zn_diags_at(context->diags, i), false);
		g_string_append(out, text);
	}
}

/* One job, all its outputs. Answers {outputs, inputs, messages} as JSON text; an output that failed is empty. */
static GString *run_job(const ZnProject *project, const ZnJob *job, ZnFonts *fonts)
{
	g_autoptr(ZnContext) context = zn_render_context(&job->render, fonts);
	ZnArena *arena = context->arena;
	ZnObject *answer = zn_object_new(arena);
	ZnArray *outputs = zn_array_new(arena, job->n_outputs), *inputs = zn_array_new(arena, 8);
	ZnRendered made;
	bool ok = zn_render_any(context, &job->render, job->report, &made);
	for (size_t i = 0; ok && i < job->n_outputs; i++) { /* one that cannot be written does not keep the others from it */
		const char *path = zn_arena_printf(arena, "%s/%s", project->output, job->outputs[i]), *sha = NULL;
		size_t size = 0;
		ZnObject *output = zn_object_new(arena);
		if (zn_render_write_any(context, &job->render, &made, path, &sha, &size)) {
			zn_object_set(arena, output, "sha256", zn_str(sha));
			zn_object_set(arena, output, "size", zn_num((double)size));
		}
		zn_array_push(arena, outputs, zn_obj(output));
	}
	for (size_t i = 0; i < context->n_inputs; i++) {
		ZnObject *input = zn_object_new(arena);
		zn_object_set(arena, input, "path", zn_str(context->inputs[i].path));
		zn_object_set(arena, input, "sha256", zn_str(zn_input_sha256(context, i)));
		zn_array_push(arena, inputs, zn_obj(input));
	}
	g_autoptr(GString) messages = g_string_new(NULL);
	add_messages(messages, context);
	zn_object_set(arena, answer, "outputs", zn_arr(outputs));
	zn_object_set(arena, answer, "inputs", zn_arr(inputs));
	zn_object_set(arena, answer, "messages", zn_str(messages->str));
	GString *json = g_string_new(NULL);
	zn_json_write(json, zn_obj(answer));
	return json;
}

/* Reads or writes all of a message; false when the other side is gone. */
static bool transfer(int fd, void *buffer, size_t len, bool out)
{
	for (char *p = buffer; len;) {
		ssize_t n = out ? write(fd, p, len) : read(fd, p, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

static bool read_all(int fd, void *buffer, size_t len)
{
	return transfer(fd, buffer, len, false);
}

static bool write_all(int fd, void *buffer, size_t len)
{
	return transfer(fd, buffer, len, true);
}

static void work(const ZnProject *project, ZnFonts *fonts, int in, int out)
{
	uint32_t number;
	while (read_all(in, &number, sizeof number)) {
		g_autoptr(GString) answer = run_job(project, &project->jobs[number], fonts);
		uint32_t len = (uint32_t)answer->len;
		if (!write_all(out, &len, sizeof len) || !write_all(out, answer->str, len))
			break;
	}
	_exit(0);
}

/* --- signals --- */

/* What ends a program ends a build in good order. They are held back but for the time in which the parent waits, so that none is missed. */
static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
static volatile sig_atomic_t caught;

static void catch_signal(int number)
{
	caught = number;
}

typedef struct Signals {
	struct sigaction before[G_N_ELEMENTS(ending)];
	sigset_t mask;
} Signals;

static void hold_signals(Signals *s)
{
	struct sigaction action = {.sa_handler = catch_signal};
	sigset_t held;
	sigemptyset(&held);
	caught = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(ending); i++) {
		sigaction(ending[i], &action, &s->before[i]);
		if (s->before[i].sa_handler == SIG_IGN) /* nohup */
			sigaction(ending[i], &s->before[i], NULL);
		sigaddset(&held, ending[i]);
	}
	sigprocmask(SIG_BLOCK, &held, &s->mask);
}

static void release_signals(const Signals *s)
{
	for (size_t i = 0; i < G_N_ELEMENTS(ending); i++)
		sigaction(ending[i], &s->before[i], NULL);
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
}

/* In a worker: it ends when the parent says so. Ctrl-C comes to both. */
static void leave_signals(const Signals *s)
{
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	signal(SIGTERM, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
}

/* --- the parent --- */

#define MOST_WORKERS 512
#define SAVE_EVERY (G_USEC_PER_SEC / 4) /* what is done is not lost when the program is killed */

typedef struct Worker {
	pid_t pid;
	int to, from;
	bool busy;
	size_t job; /* index into the list of stale jobs */
} Worker;

typedef struct Build {
	ZnContext *context;
	ZnProject *project;
	ZnFonts *fonts;
	ZnManifest *manifest;
	const ZnBuildOptions *options;
	ZnBuildResult *result;
	size_t *stale, n_stale, next, done;
	ZnJobKey *keys; /* by job */
	Worker *workers;
	size_t n_workers;
	Signals signals;
	gint64 saved; /* when the manifest was written last */
} Build;

static bool start_worker(Build *b, Worker *worker)
{
	int to[2], from[2];
	if (pipe(to) != 0)
		return false;
	if (pipe(from) != 0) {
		close(to[0]);
		close(to[1]);
		return false;
	}
	fflush(NULL);
	worker->pid = fork();
	if (worker->pid == 0) {
		for (size_t i = 0; i < b->n_workers; i++) /* the others' pipes must not stay open here */
			if (b->workers[i].pid > 0 && &b->workers[i] != worker) {
				close(b->workers[i].to);
				close(b->workers[i].from);
			}
		close(to[1]);
		close(from[0]);
		leave_signals(&b->signals);
		work(b->project, b->fonts, to[0], from[1]);
	}
	close(to[0]);
	close(from[1]);
	worker->to = to[1];
	worker->from = from[0];
	worker->busy = false;
	return worker->pid > 0;
}

static void stop_worker(Worker *worker)
{
	if (worker->pid <= 0)
		return;
	close(worker->to);
	close(worker->from);
	waitpid(worker->pid, NULL, 0);
	worker->pid = 0;
	worker->busy = false;
}

static void finish(Build *b, size_t index, ZnValue answer)
{
	const ZnJob *job = &b->project->jobs[b->stale[index]];
	size_t made = zn_manifest_record(b->manifest, job, &b->keys[b->stale[index]], answer);
	b->result->rendered += made;
	b->result->failed += job->n_outputs - made;
	b->done++;
	gint64 now = g_get_monotonic_time();
	if (made && now - b->saved > SAVE_EVERY) {
		zn_manifest_write(b->manifest);
		b->saved = now;
	}
	if (b->options->progress)
		b->options->progress(b->options->user, b->done, b->n_stale, job, zn_get_str(answer, "messages", ""));
}

static void crashed(Build *b, Worker *worker)
{
	ZnArena *arena = b->context->arena;
	ZnObject *answer = zn_object_new(arena);
	size_t job = worker->job;
	stop_worker(worker);
	zn_object_set(arena, answer, "messages", zn_strf(arena, "%s: error: the worker process died\n", b->project->jobs[b->stale[job]].name));
	finish(b, job, zn_obj(answer));
	start_worker(b, worker);
}

static void receive(Build *b, Worker *worker)
{
	uint32_t len;
	ZnValue answer;
	g_autofree char *text = NULL;
	g_autoptr(ZnDiags) quiet = zn_diags_new();
	if (read_all(worker->from, &len, sizeof len) && (text = g_malloc(len + 1)) && read_all(worker->from, text, len) &&
	    zn_json_parse(b->context->arena, quiet, "worker", text, len, &answer)) {
		worker->busy = false;
		finish(b, worker->job, answer);
		return;
	}
	crashed(b, worker);
}

static void give_work(Build *b)
{
	for (size_t i = 0; i < b->n_workers; i++) {
		Worker *worker = &b->workers[i];
		if (worker->busy || worker->pid <= 0 || b->next >= b->n_stale)
			continue;
		uint32_t number = (uint32_t)b->stale[b->next];
		worker->job = b->next++;
		worker->busy = true;
		if (!write_all(worker->to, &number, sizeof number))
			crashed(b, worker);
	}
}

/* Gives work and takes answers; false when there is nobody to do it. */
static bool wait_for_workers(Build *b)
{
	struct pollfd fds[MOST_WORKERS];
	size_t which[MOST_WORKERS], n = 0;
	give_work(b);
	for (size_t i = 0; i < b->n_workers; i++)
		if (b->workers[i].busy) {
			which[n] = i;
			fds[n++] = (struct pollfd){.fd = b->workers[i].from, .events = POLLIN};
		}
	if (!n)
		return b->done == b->n_stale; /* all of them died over their jobs */
	int ready = ppoll(fds, n, NULL, &b->signals.mask);
	if (ready < 0 && errno != EINTR)
		return false;
	for (size_t i = 0; ready > 0 && i < n; i++)
		if (fds[i].revents)
			receive(b, &b->workers[which[i]]);
	return true;
}

static void run(Build *b)
{
	int wanted = b->options->workers > 0 ? b->options->workers : (int)g_get_num_processors();
	b->n_workers = MIN((size_t)CLAMP(wanted, 1, MOST_WORKERS), b->n_stale);
	b->workers = zn_new_n(b->context->arena, Worker, MAX(b->n_workers, 1));
	signal(SIGPIPE, SIG_IGN);
	hold_signals(&b->signals);
	for (size_t i = 0; i < b->n_workers; i++)
		start_worker(b, &b->workers[i]);
	while (b->done < b->n_stale && !caught && wait_for_workers(b))
		;
	bool started = b->done == b->n_stale || caught;
	for (size_t i = 0; i < b->n_workers; i++) {
		if (caught && b->workers[i].pid > 0)
			kill(b->workers[i].pid, SIGTERM);
		stop_worker(&b->workers[i]);
	}
	size_t left = 0;
	for (size_t i = 0; i < b->n_stale; i++)
		left += b->project->jobs[b->stale[i]].n_outputs;
	left -= b->result->rendered + b->result->failed;
	*(started ? &b->result->left : &b->result->failed) += left;
	if (!started)
		zn_error(b->context->diags, zn_place(NULL, 0, 0), NULL, "cannot start a worker process: %s", g_strerror(errno));
	zn_manifest_write(b->manifest);
	b->result->signal = caught;
	release_signals(&b->signals);
}

static void find_left_over(Build *b)
{
	g_autoptr(GHashTable) made = g_hash_table_new(g_str_hash, g_str_equal);
	size_t cap = 0;
	for (size_t i = 0; i < b->project->n_jobs; i++)
		for (size_t k = 0; k < b->project->jobs[i].n_outputs; k++)
			g_hash_table_add(made, (void *)b->project->jobs[i].outputs[k]);
	for (size_t i = 0; i < b->manifest->outputs->n; i++)
		if (!g_hash_table_contains(made, b->manifest->outputs->members[i].key))
			zn_push(b->context->arena, b->result->left_over, b->result->n_left_over, cap, b->manifest->outputs->members[i].key);
}

bool zn_project_build(ZnContext *context, ZnProject *project, ZnFonts *fonts, const ZnBuildOptions *options, ZnBuildResult *result)
{
	gint64 start = g_get_monotonic_time();
	*result = (ZnBuildResult){0};
	Build b = {.context = context,
	           .project = project,
	           .fonts = fonts,
	           .options = options,
	           .result = result,
	           .manifest = zn_manifest_load(context, project->output)};
	b.manifest->base = zn_relative_path(context->arena, project->output, project->folder);
	const char *program = zn_program_identity(context->arena), *digest = fonts ? zn_fonts_digest(fonts, context->arena) : "none";
	g_autoptr(GString) plan = g_string_new(NULL);
	b.stale = zn_new_n(context->arena, size_t, MAX(project->n_jobs, 1));
	b.keys = zn_new_n(context->arena, ZnJobKey, MAX(project->n_jobs, 1));
	for (size_t i = 0; i < project->n_jobs; i++) {
		ZnJob *job = &project->jobs[i];
		b.keys[i] = zn_job_key(context, job, program, digest);
		const char *why = options->force ? "forced" : zn_manifest_stale(b.manifest, project, job, &b.keys[i]);
		if (!why) {
			result->up_to_date += job->n_outputs;
			continue;
		}
		b.stale[b.n_stale++] = i;
		g_string_append_printf(plan, "%s: %s\n", job->name, why);
	}
	find_left_over(&b);
	result->plan = zn_arena_strdup(context->arena, plan->str);
	if (!options->dry_run && b.n_stale) {
		if (options->progress)
			options->progress(options->user, 0, b.n_stale, NULL, "");
		b.saved = start;
		run(&b);
	}
	result->seconds = (double)(g_get_monotonic_time() - start) / 1e6;
	return result->failed == 0 && !result->signal && !zn_diags_failed(context->diags);
}
