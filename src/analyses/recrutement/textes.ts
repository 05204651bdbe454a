/** What is said of what is not in the sequence. */
export const NON_RETENUE = "non retenue";
