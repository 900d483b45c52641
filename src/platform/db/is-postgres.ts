/** Which of the two databases an address names. */
export const isPostgres = (address: string): boolean => /^postgres(ql)?:\/\//.test(address);
