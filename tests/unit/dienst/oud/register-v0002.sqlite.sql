-- A register as version v0002 of its layout wrote it (program of 26-11-2026, before the chain).
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('v0002');
CREATE TABLE overeenkomst (
	nummer INTEGER NOT NULL, 
	aangemaakt DATETIME NOT NULL, 
	PRIMARY KEY (nummer)
);
INSERT INTO "overeenkomst" VALUES(1,'2026-03-02 09:00:00.000000');
INSERT INTO "overeenkomst" VALUES(2,'2026-03-02 10:00:00.000000');
CREATE TABLE versie (
	nummer INTEGER NOT NULL, 
	versie INTEGER NOT NULL, 
	tijdstip DATETIME NOT NULL, 
	wie VARCHAR(120) NOT NULL, 
	wat VARCHAR(40) NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	inhoud TEXT NOT NULL, 
	opmerking TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, verwerkt TEXT DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (nummer, versie), 
	CONSTRAINT versie_sha256 UNIQUE (sha256), 
	FOREIGN KEY(nummer) REFERENCES overeenkomst (nummer)
);
INSERT INTO "versie" VALUES(1,1,'2026-03-02 09:00:00.000000','Jan Jansen','toegevoegd','concept','{"naam":"Tubbergen en Oldenzaal","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0173":8,"GM0183":-8}}],"verband":""}','eerste','c7bb0676788474f93306606bbe8246656a0f35d846713b2aae662f54b0a9ce52','[]');
INSERT INTO "versie" VALUES(2,1,'2026-03-02 10:00:00.000000','Piet','toegevoegd','concept','{"naam":"Assen en Emmen","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0106":5,"GM0114":-5}}],"verband":""}','','2ec06e2b1370571c5b5edeb0e3ed54807d054c4d6a523adec73a04a3d4a37e6c','[]');
INSERT INTO "versie" VALUES(1,2,'2026-03-02 11:00:00.000000','Jan Jansen','status','akkoord','{"naam":"Tubbergen en Oldenzaal","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0173":8,"GM0183":-8}}],"verband":""}','besluit van beide colleges','0e7c7f28b50ea58b649ab3365fe95b4c3ee7270feee3c088ac711155568e5606','[]');
INSERT INTO "versie" VALUES(1,3,'2026-03-02 12:00:00.000000','Jan Jansen','status','gemeld','{"naam":"Tubbergen en Oldenzaal","termijnen":[{"halfjaar":"2025-2","verschillen":{"GM0173":8,"GM0183":-8}}],"verband":""}','','0b8061fc908983fa67b36eff41600141fea49a4f0df59d9d0cc6a46655e6e6a9','[]');
CREATE TRIGGER overeenkomst_geen_update BEFORE UPDATE ON overeenkomst BEGIN SELECT RAISE(ABORT, 'het register is alleen aan te vullen'); END;
CREATE TRIGGER overeenkomst_geen_delete BEFORE DELETE ON overeenkomst BEGIN SELECT RAISE(ABORT, 'het register is alleen aan te vullen'); END;
CREATE TRIGGER versie_geen_update BEFORE UPDATE ON versie BEGIN SELECT RAISE(ABORT, 'het register is alleen aan te vullen'); END;
CREATE TRIGGER versie_geen_delete BEFORE DELETE ON versie BEGIN SELECT RAISE(ABORT, 'het register is alleen aan te vullen'); END;
