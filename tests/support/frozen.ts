import { readFileSync } from "node:fs";

const childrenOf = (pid: number): number[] => {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
			.split(" ")
			.filter(Boolean)
			.map(Number);
	} catch {
		return [];
	}
};

function signalAll(pids: number[], signal: "SIGSTOP" | "SIGCONT"): void {
	for (const pid of pids)
		try {
			process.kill(pid, signal);
		} catch {
			// It has ended meanwhile.
		}
}

/** Stops a PostgreSQL server with all of its processes in the midst of their work; the result lets them go on. */
export function freeze(postmaster: number): () => void {
	// The postmaster first, so that it starts no more.
	signalAll([postmaster], "SIGSTOP");
	const children = childrenOf(postmaster);
	signalAll(children, "SIGSTOP");
	return () => signalAll([...children, postmaster], "SIGCONT");
}
