import "reflect-metadata";
import fc from "fast-check";
import { afterEach } from "vitest";
import { openBrowsers, openPages } from "./open-browsers.ts";

// The same cases each time, so that a change is not held up by what it did not cause; others: PROPERTY_SEED=random.
const { PROPERTY_SEED = "20261201" } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

// A browser's test that fails says what its pages showed then.
afterEach(async ({ task }) => {
	if (task.result?.state !== "fail" || openBrowsers.size === 0) return;
	for (const page of await openPages()) console.error(`An open page of "${task.name}": ${page}`);
});
