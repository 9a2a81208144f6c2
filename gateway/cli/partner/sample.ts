import { wrongUse } from "./failure.ts";

/** Records named by `--sample Type:id`. */
export function samplesOf(given: readonly string[] = []): Array<{ type: string; id: string }> {
	return given.map((text) => {
		const [type, id] = text.split(/:(.*)/s);
		if (!type || !id) throw wrongUse(`--sample: "${text}" is not Type:id, for example Sme:sme_1`);
		return { type, id };
	});
}
