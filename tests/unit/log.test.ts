import { spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { platform } from "node:os";
import { expect, it } from "vitest";
import { ROOT } from "../support/paths.ts";

/** Logs and then answers on standard output, if it comes to that. */
const SCRIPT = `
	import { createLog } from "./shared/log.ts";
	const log = createLog("info");
	for (let i = 0; i < 3000; i++) log.error({ i, text: "x".repeat(1000) }, "nobody can read this");
	setTimeout(() => console.log("alive", process.memoryUsage().external < 100e6), 50);
`;

it.each([
	// Linux answers every write to it with ENOSPC, as a full disk does.
	["on a full disk", () => openSync(platform() === "linux" ? "/dev/full" : "/dev/null", "w")],
	["on a descriptor that cannot be written", () => openSync("/dev/null", "r")],
])("a log %s ends no process", (_, open) => {
	const { stdout, status } = spawnSync(
		process.execPath,
		["--import", "tsx", "--input-type=module", "-e", SCRIPT],
		{ cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", open()] },
	);
	expect([stdout, status]).toEqual(["alive true\n", 0]);
});
