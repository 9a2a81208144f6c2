import { useWords } from "../../words/use-words.ts";

const ENCODINGS = ["utf-8", "windows-1252", "gb18030", "utf-16le"] as const;

/** In which encoding a file is read; empty: not said. */
export function EncodingChoice({
	value,
	onChoose,
}: {
	value: string;
	onChoose: (encoding: string) => void;
}) {
	const t = useWords();
	return (
		<label>
			{t("import.encoding")}{" "}
			<select value={value} onChange={({ target }) => onChoose(target.value)}>
				{value === "" && <option value="">{t("import.encoding.choose")}</option>}
				{ENCODINGS.map((name) => (
					<option key={name} value={name}>
						{t(`import.encoding.${name}`)}
					</option>
				))}
			</select>
		</label>
	);
}
