package org.ptstress.model.syscall;

/**
 * What timer_create does in restore mode before it has a timer, which changed once; the tables on
 * both sides of the change are the same.
 */
public enum SyscallEra {
  /**
   * Linux 6.15 and 6.16: the timer is allocated and charged first. A wanted id that cannot be read,
   * or is none, fails the call, which forgets the timer and its charge: after as many failures as
   * RLIMIT_SIGPENDING allows, the user has no timers any more.
   */
  LINUX_6_15,
  /**
   * Since commit e0fd4d42e27f of Linux 6.18, which 6.17.13 has, too: the wanted id is read first,
   * and nothing is lost.
   */
  LINUX_6_17
}
