package org.ptstress.model.design;

import org.ptstress.model.kernel.KernelHash;

/** The two eras of the hash of 3.10 to 6.14: {@code hash_32(hash32_ptr(sig) ^ id, bits)}. */
enum HashEra {
  /** The multiplier of 2012. It is close to 2^31 + 2^29, so ids far apart share few chains. */
  UNTIL_4_6 {
    @Override
    int bucket(long address, int id, int bits) {
      return KernelHash.hash32Of2012(KernelHash.hash32Ptr(address) ^ id, bits);
    }
  },

  /** The multiplier since 4.7. */
  SINCE_4_7 {
    @Override
    int bucket(long address, int id, int bits) {
      return KernelHash.hash32(KernelHash.hash32Ptr(address) ^ id, bits);
    }
  };

  /** The bucket of an id, below 2^bits. */
  abstract int bucket(long address, int id, int bits);
}
