/*
 * @CLAIM@
 *
 * The @DEFECT@ of timer_create in restore mode: in @KERNELS@,
 * mended by commit @MENDED@. The calls below are a shortest script whose
 * answers differ between the models of both eras.
 *
 *   cc -O2 -o @NAME@ @NAME@.c && ./@NAME@
 *
 * Exits with 0 if this kernel answers as mended, 1 if it has the defect, 77 if it has no restore
 * mode or this user cannot have a limit of his own, 2 if it answers in a third way.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define RESTORE_IDS 77 /* PR_TIMER_CREATE_RESTORE_IDS, which older headers lack */
#define LIMIT @LIMIT@ /* RLIMIT_SIGPENDING; -1 for none */
#define BAD_POINTER ((int *) 8)

static int mended = 1;
static int defect = 1;

static void check(const char *call, int result, int today, int then) {
  printf("%-24s %4d, mended %4d, with the defect %4d\n", call, result, today, then);
  mended &= result == today;
  defect &= result == then;
}

static int result(long value) {
  return value < 0 ? -errno : (int) value;
}

static inline int create(int *id) {
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGALRM;
  return result(syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, id));
}

static inline int create_at(int wanted) {
  int id = wanted;
  int error = create(&id);
  return error < 0 ? error : id;
}

static inline int delete(int id) {
  return result(syscall(SYS_timer_delete, id));
}

static inline int restore_mode(int on) {
  return result(prctl(RESTORE_IDS, (long) on, 0L, 0L, 0L));
}

/* The limit counts the timers of a user: a user who has none yet. */
static int become_another_user(void) {
  uid_t user = 1000000000u + (unsigned) getpid() % 1000000u;
  return geteuid() == 0 ? setresuid(user, user, user) : unshare(CLONE_NEWUSER);
}

int main(void) {
  struct rlimit limit;
  if (prctl(RESTORE_IDS, 2L, 0L, 0L, 0L) < 0) {
    puts("Not applicable: this kernel has no restore mode.");
    return 77;
  }
  if (LIMIT >= 0) {
    if (become_another_user() != 0 || getrlimit(RLIMIT_SIGPENDING, &limit) != 0) {
      puts("Not applicable: no other user, and so no known limit, is available.");
      return 77;
    }
    limit.rlim_cur = LIMIT;
    if (setrlimit(RLIMIT_SIGPENDING, &limit) != 0) {
      puts("Not applicable: the limit cannot be set.");
      return 77;
    }
  }
@CALLS@
  puts(defect ? "Present." : mended ? "Absent." : "Neither.");
  return defect ? 1 : mended ? 0 : 2;
}
