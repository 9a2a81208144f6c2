import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { ROOT } from "./paths.ts";

const FOLDER = join(ROOT, "tests/e2e/baselines");
/** Share of the pixels that may differ: far less than a word of a page. */
const TOLERATED = 0.0005;

/**
 * What differs between a screenshot and the one that is kept under this name; empty if nothing does. With
 * UPDATE_BASELINES=1 it is kept instead: look at it before you commit it.
 */
export function differenceFromBaseline(name: string, shot: Buffer): string {
	const file = join(FOLDER, `${name}.png`);
	if (process.env.UPDATE_BASELINES === "1") {
		mkdirSync(FOLDER, { recursive: true });
		writeFileSync(file, shot);
		return "";
	}
	if (!existsSync(file)) return `${file} is missing: UPDATE_BASELINES=1 makes it`;
	const [kept, seen] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(shot)];
	const { width, height } = kept;
	if (width !== seen.width || height !== seen.height)
		return `${name} is ${seen.width} × ${seen.height}, was ${width} × ${height}`;
	const marked = new PNG({ width, height });
	const different = pixelmatch(kept.data, seen.data, marked.data, width, height);
	if (different <= TOLERATED * width * height) return "";
	const files = [`${name}.png`, `${name}.difference.png`].map((each) => join(tmpdir(), each));
	writeFileSync(files[0] as string, shot);
	writeFileSync(files[1] as string, PNG.sync.write(marked));
	return `${name}: ${different} pixels differ; see ${files.join(" and ")}, and UPDATE_BASELINES=1 if they are right`;
}
