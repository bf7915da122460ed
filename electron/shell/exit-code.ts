/** How the process ends where it has told its user why: the starter then starts no other host in its place. */
export const explained = 3;
