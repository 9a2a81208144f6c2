import { spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { platform } from "node:os";
import { expect, it } from "vitest";
import { ROOT } from "../support/paths.ts";

/** Logs, and then prints to standard output if the process is still alive. */
const SCRIPT = `
	import { createLog } from "./shared/log.ts";
	const log = createLog("info");
	for (let i = 0; i < 3000; i++) log.error({ i, text: "x".repeat(1000) }, "nobody can read this");
	setTimeout(() => console.log("alive", process.memoryUsage().external < 100e6), 50);
`;

it.each([
	// On Linux every write to it fails with ENOSPC, as on a full disk.
	["on a full disk", () => openSync(platform() === "linux" ? "/dev/full" : "/dev/null", "w")],
	["on a descriptor that cannot be written", () => openSync("/dev/null", "r")],
])("a log %s does not end the process", (_, open) => {
	const { stdout, status } = spawnSync(
		process.execPath,
		["--import", "tsx", "--input-type=module", "-e", SCRIPT],
		{ cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", open()] },
	);
	expect([stdout, status]).toEqual(["alive true\n", 0]);
});
