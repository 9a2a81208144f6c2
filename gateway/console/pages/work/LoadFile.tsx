import { useRef, useState } from "react";
import { load } from "../../offline/outbox.ts";
import type { Loaded } from "../../offline/saved-file.ts";
import { useWords } from "../../words/use-words.ts";

/** Puts a file that was saved here, or on another device, back onto this one. */
export function LoadFile() {
	const t = useWords();
	const input = useRef<HTMLInputElement>(null);
	const [loaded, setLoaded] = useState<Loaded | "NO_FILE_OF_OURS">();
	async function take(file: File | undefined) {
		if (!file) return;
		setLoaded((await load(file)) ?? "NO_FILE_OF_OURS");
		// The same file can be chosen again.
		if (input.current) input.current.value = "";
	}
	return (
		<>
			<button type="button" className="action" onClick={() => input.current?.click()}>
				{t("work.load")}
			</button>
			<input
				ref={input}
				hidden
				type="file"
				accept=".json,application/json"
				aria-label={t("work.load")}
				onChange={({ target }) => void take(target.files?.[0])}
			/>
			<p role="status">
				{loaded === "NO_FILE_OF_OURS" && t("work.load.unreadable")}
				{typeof loaded === "object" && t("work.loaded", loaded)}
			</p>
		</>
	);
}
