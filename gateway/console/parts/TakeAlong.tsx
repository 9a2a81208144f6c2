import { useRef, useState } from "react";
import { curlOf, textOf } from "../graphql/text.ts";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";
import look from "./TakeAlong.module.css";
import { save, saveCsv, type TakenAlong } from "./take-along.ts";
import { useThemeColors } from "./theme-colors.ts";

type Props = TakenAlong & {
	/** Saves a picture, where there is one to save other than of the table. */
	savePicture?: () => void;
};

/** CSV, picture, link, GraphQL and a line for a shell: what one sees, to take along. */
export function TakeAlong({ savePicture, ...taken }: Props) {
	const t = useWords();
	const menu = useRef<HTMLDetailsElement>(null);
	const [said, say] = useState<MessageId>();
	const { asked } = taken;

	function close() {
		menu.current?.removeAttribute("open");
		menu.current?.querySelector("summary")?.focus();
	}
	function closeAfter(act: () => void) {
		act();
		close();
	}
	async function copy(text: string | Promise<string>) {
		const done = await navigator.clipboard.writeText(await text).then(
			() => true,
			() => false,
		);
		say(done ? "take.copied" : "take.not-copied");
		close();
	}
	const color = useThemeColors();
	async function saveTable() {
		const { gridOf, pictureOfGrid } = await import("./table-picture.ts");
		const panel = menu.current?.closest("section");
		const drawn = gridOf(panel);
		const grid = drawn?.hidden ? (taken.cells?.() ?? drawn) : (drawn ?? taken.cells?.());
		if (!grid) return;
		const title = panel?.querySelector("h2, h3")?.textContent ?? document.title;
		const more = (count: number) => t("take.more-rows", { count });
		const picture = await pictureOfGrid(grid, { title, from: location.href, more }, color);
		if (picture) save(`${taken.file}.png`, picture);
	}
	const query = async () => (asked ? textOf(asked.document) : "");
	const curl = async () => curlOf(await query(), asked?.variables ?? {}, location.origin);

	return (
		<div className={`${look.around} screen-only`}>
			<span className="quiet" role="status">
				{said && t(said)}
			</span>
			<details
				ref={menu}
				className={look.menu}
				onKeyDown={({ key }) => key === "Escape" && close()}
				onBlur={({ currentTarget, relatedTarget }) => {
					if (relatedTarget && !currentTarget.contains(relatedTarget))
						currentTarget.removeAttribute("open");
				}}
			>
				<summary className="action">{t("take")}</summary>
				<div className={look.list}>
					{taken.csvAt && (
						<a href={taken.csvAt} download onClick={close}>
							{t("take.csv")}
						</a>
					)}
					{taken.cells && !taken.csvAt && (
						<button type="button" onClick={() => closeAfter(() => saveCsv(taken))}>
							{t("take.csv")}
						</button>
					)}
					<button type="button" onClick={() => closeAfter(savePicture ?? saveTable)}>
						{t("take.png")}
					</button>
					<button type="button" onClick={() => copy(location.href)}>
						{t("take.link")}
					</button>
					{asked && (
						<>
							<button type="button" onClick={() => copy(query())}>
								{t("take.graphql")}
							</button>
							<button type="button" onClick={() => copy(curl())}>
								{t("take.curl")}
							</button>
						</>
					)}
				</div>
			</details>
		</div>
	);
}
