import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

let child;
let url;
before(async () => {
	child = spawn(process.execPath, ["server.js"], {
		cwd: fileURLToPath(new URL("..", import.meta.url)),
		env: { ...process.env, PORT: "0" },
		stdio: ["ignore", "pipe", "inherit"],
	});
	for await (const chunk of child.stdout) {
		url = /ready: (http\S+)/.exec(chunk)?.[1];
		if (url) break;
	}
});
after(() => child.kill());

test("answers for the manufacturers it knows, and null for others", async () => {
	const query = `{
		myCollege { name }
		_entities(representations: [
			{ __typename: "Sme", id: "sme_syn000000000" }
			{ __typename: "Sme", id: "sme_nobody" }
		]) { ... on Sme { id myCollegeApprentices } }
	}`;
	const response = await fetch(url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query }),
	});
	assert.deepEqual(await response.json(), {
		data: {
			myCollege: { name: "My College (made up)" },
			_entities: [{ id: "sme_syn000000000", myCollegeApprentices: 3 }, null],
		},
	});
});
