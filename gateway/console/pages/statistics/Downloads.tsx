import { Panel } from "../../parts/Panel.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Downloads.module.css";
import { tableName } from "./names.ts";
import type { Place } from "./place.ts";

/** Formats of tables by the ending of their files. */
const FORMATS = [
	["csv", "CSV"],
	["json", "JSON-stat"],
	["parquet", "Parquet"],
] as const;
const EXPLAINING = ["codebook.csv", "csv-metadata.json", "methods"] as const;

/** The release as files that never change, with what identifies them. */
export function Downloads({ place: { release, table } }: { place: Place }) {
	const t = useWords();
	const { number, tables, digest, program } = release;
	const folder = `${BASE_PATH}statistics/${number}/`;
	const origin = location.origin;
	return (
		<Panel
			title={t("statistics.downloads", { number })}
			intro={t("statistics.downloads.intro", { number })}
		>
			<div className={look.scroller} role="group" aria-label={t("statistics.files")} tabIndex={0}>
				<table className={look.table}>
					<thead>
						<tr>
							<th scope="col">{t("statistics.pick.table")}</th>
							{FORMATS.map(([ending, name]) => (
								<th key={ending} scope="col">
									{name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{tables.map(({ table: id, title }) => (
							<tr key={id} className={id === table ? look.shown : undefined}>
								<th scope="row">
									{tableName(t, id, title)}
									{id === table && <span className="quiet"> {t("statistics.shown")}</span>}
								</th>
								{FORMATS.map(([ending, name]) => (
									<td key={ending}>
										<a href={`${folder}${id}.${ending}`} download>
											<span className="unseen">{tableName(t, id, title)}: </span>
											{name}
										</a>
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<dl className={look.about}>
				{EXPLAINING.map((file) => (
					<div key={file}>
						<dt>
							<a href={folder + file}>{file}</a>
						</dt>
						<dd>{t(`statistics.file.${file}`)}</dd>
					</div>
				))}
				<div>
					<dt>
						<a href={`${BASE_PATH}data/catalog.jsonld`}>catalog.jsonld</a>
					</dt>
					<dd>{t("statistics.file.catalog")}</dd>
				</div>
				<div>
					<dt>SHA-256</dt>
					<dd>
						<code>{digest}</code> {t("statistics.digest", { program })}
					</dd>
				</div>
				<div>
					<dt>{t("statistics.shell")}</dt>
					<dd>
						<code>
							curl -s {origin}
							{folder}
							{table}.csv
						</code>
					</dd>
				</div>
				<div>
					<dt>{t("statistics.cite")}</dt>
					<dd>
						{t("statistics.cite.as", { number, date: t.date(release.publishedAt) })} {origin}
						{folder}
					</dd>
				</div>
			</dl>
		</Panel>
	);
}
