/** The URL at which this machine reaches a server; one that listens on every address is reached on loopback. */
export const reachableUrl = (listening: string): string =>
	listening.replace("//0.0.0.0", "//127.0.0.1").replace("//[::]", "//[::1]");
