// Removes from a folder of packages what nothing loads at run time: types, source maps, and what sqlite3 was compiled from.
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const NOT_LOADED =
	/\.(map|flow|tsbuildinfo|markdown)$|\.d\.[cm]?ts$|^(README|CHANGELOG|HISTORY)(\.md)?$/i;
/** Needed to compile sqlite3 only, and browser builds. */
const FOLDERS = [
	...["sqlite3/deps", "sqlite3/src", "node-gyp", "prebuild-install", "typeorm/browser"],
	...["@types", "sqlite3/build/Release/obj.target", "sqlite3/build/Release/.deps"],
];

const [root = "node_modules"] = process.argv.slice(2);
for (const folder of FOLDERS) rmSync(join(root, folder), { recursive: true, force: true });
let bytes = 0;
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
	const path = join(entry.parentPath, entry.name);
	if (!entry.isFile()) continue;
	if (NOT_LOADED.test(entry.name)) rmSync(path);
	else bytes += statSync(path).size;
}
console.log(`${root}: ${(bytes / 1e6).toFixed(0)} MB are left`);
