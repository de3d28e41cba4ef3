# goalbook: set up, build, run, test, install.
#   make run    build, and make the books, pages and mails of samples/ in out/
#   make run-findings  the same for the invented town with a finding of every rule, personal numbers too
#   make test   tests and lint; make test ONLY=MailTests for some of them
#   make check  everything, also what is slow, with a table of all steps at its end
#   make deb    a Debian package in .build/
#   make pictures  README's pictures and the manual of all rules, from today's output
#   make bench  speed and size beside Typst on the same book

PREFIX ?= /usr/local
DESTDIR ?=
BUILD := .build
PACKAGES := pkg-config libglib2.0-dev libcairo2-dev libpango1.0-dev libharfbuzz-dev libicu-dev libfontconfig-dev zlib1g-dev libdeflate-dev libzip-dev libxml2-dev libxlsxwriter-dev libpoppler-glib-dev \
  libsqlite3-dev libgmime-3.0-dev libcurl4-openssl-dev libssl-dev \
  fonts-noto-cjk fonts-dejavu-core poppler-utils
CHECK_PACKAGES := valgrind binutils locales qpdf chromium python3 python3-venv openjdk-17-jdk-headless libjaxb-java \
  libreoffice-writer-nogui libreoffice-calc-nogui debootstrap man-db
DEB_PACKAGES := dpkg-dev binutils chrpath
BENCH_PACKAGES := python3 python3-venv fontconfig
FONT_CACHE = $${XDG_CACHE_HOME:-$$HOME/.cache}/goalbook/fonts
VERSION = $(shell sed -n 's/.*static let version = "\(.*\)".*/\1/p' Sources/Commands/Program.swift)
MANUALS = $(DESTDIR)$(PREFIX)/share/man
BASH_FILE = $(DESTDIR)$(PREFIX)/share/bash-completion/completions/goalbook
ZSH_FOLDER ?= share/zsh/site-functions
ZSH_FILE = $(DESTDIR)$(PREFIX)/$(ZSH_FOLDER)/_goalbook
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SWIFT_FLAGS := --explicit-target-dependency-import-check error
# Without debug information, and with an index of nothing but the tests, building takes two thirds of the time; without
# watching over exclusive access, which `make check` does, a sixth less again.
TEST_FLAGS := $(SWIFT_FLAGS) --disable-index-store -Xswiftc -gnone -Xswiftc -wmo -Xswiftc -num-threads -Xswiftc 2 $(if $(GOALBOOK_SLOW),,-Xswiftc -enforce-exclusivity=unchecked)

export G_DEBUG := fatal-criticals

.PHONY: run run-findings test run-tests check tools pictures bench setup packages fonts setup-check build lint deb install install-files uninstall clean

# One sample is full of faults on purpose; it has a target of its own.
FAULTY_SAMPLE := samples/柳溪镇.txt
SAMPLES := $(filter-out $(FAULTY_SAMPLE),$(wildcard samples/*.txt))

run: build
	@echo
	@$(BUILD)/release/goalbook build $(SAMPLES) -o out
	@echo
	@echo "用浏览器打开 out/index.html：全部乡镇，点乡镇的名称看它的问题和改法。"
	@echo "out/ 里每个乡镇一个文件夹：绩效目标书.pdf、领导简报.pdf、审核意见书.pdf（打印）、"
	@echo "mail.html（给领导的邮件）、数据.xlsx、facts.json；县级合订本.pdf、汇总.xlsx 是全部乡镇。"
	@echo "另有一个故意写错的示例，每条规则各错一处：make run-findings"

run-findings: build
	@echo
	@echo "示例：虚构的柳溪镇，故意含有每条规则的问题和身份证号、手机号，所以算作失败，对外的文件打上星号："
	@$(BUILD)/release/goalbook build $(FAULTY_SAMPLE) -o out-findings || test $$? -eq 3
	@echo
	@echo "用浏览器打开 out-findings/index.html"

build: setup
	swift build -c release --static-swift-stdlib --product goalbook $(SWIFT_FLAGS)
	@# The first look at the fonts prepares them, so that no book has to wait for it.
	@$(BUILD)/release/goalbook doctor > /dev/null || true

test: setup lint run-tests

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

run-tests: export GOALBOOK_TEST_INDEX = $(shell swift build --show-bin-path)/index/store
run-tests:
	swift build --build-tests $(TEST_FLAGS)
	swift test --skip-build $(TEST_FLAGS) $(if $(ONLY),--filter "$(ONLY)")

# The tests with all their cases, and outside eyes on the finished files.
check: setup-check
	@Tests/Scripts/check-all

# Programs that only checks and measurements use.
tools:
	swift build -c release --static-swift-stdlib --product goalbook-bench $(SWIFT_FLAGS)
	swift build -c release --static-swift-stdlib --product goalbook-fuzz $(SWIFT_FLAGS)

# What README shows, and .build/规则手册.html.
pictures:
	@$(MAKE) --no-print-directory build PACKAGES="$(PACKAGES) chromium python3"
	Tests/Scripts/make-pictures

bench:
	@$(MAKE) --no-print-directory build PACKAGES="$(PACKAGES) $(BENCH_PACKAGES)"
	swift build -c release --static-swift-stdlib --product goalbook-bench $(SWIFT_FLAGS)
	Tests/Scripts/bench

# Installs and fetches what is missing; asks for nothing when everything is there.
setup: packages fonts

packages:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then echo "安装$$missing"; $(SUDO) apt-get update -q && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; fi

# 仿宋 and its like; without them books are printed in Noto.
fonts: packages
	@sh Resources/fetch-fonts.sh "$(FONT_CACHE)/sources" || true

setup-check:
	@$(MAKE) --no-print-directory setup PACKAGES="$(PACKAGES) $(CHECK_PACKAGES)"

# A Debian package from the release executable, the same bytes for the same tree.
deb:
	@$(MAKE) --no-print-directory build PACKAGES="$(PACKAGES) $(DEB_PACKAGES)"
	@Resources/packaging/make-deb "$(VERSION)" $(BUILD)

install: build install-files

install-files:
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/goalbook" "$(MANUALS)/man1" "$(MANUALS)/zh_CN/man1"
	install -s -m 755 $(BUILD)/release/goalbook "$(DESTDIR)$(PREFIX)/bin/goalbook"
	find Resources -maxdepth 1 -type f -exec install -m 644 -t "$(DESTDIR)$(PREFIX)/share/goalbook" {} +
	@# What the program says of its commands and options stands nowhere else.
	$(BUILD)/release/goalbook manual Resources/packaging/goalbook.1 > $(BUILD)/goalbook.1
	$(BUILD)/release/goalbook completion bash > $(BUILD)/completion.bash
	$(BUILD)/release/goalbook completion zsh > $(BUILD)/completion.zsh
	gzip -9n < $(BUILD)/goalbook.1 > "$(MANUALS)/man1/goalbook.1.gz"
	chmod 644 "$(MANUALS)/man1/goalbook.1.gz"
	ln -sf ../../man1/goalbook.1.gz "$(MANUALS)/zh_CN/man1/goalbook.1.gz"
	install -D -m 644 $(BUILD)/completion.bash "$(BASH_FILE)"
	install -D -m 644 $(BUILD)/completion.zsh "$(ZSH_FILE)"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/goalbook" "$(MANUALS)/man1/goalbook.1.gz" "$(MANUALS)/zh_CN/man1/goalbook.1.gz" \
	  "$(BASH_FILE)" "$(ZSH_FILE)"
	rm -rf "$(DESTDIR)$(PREFIX)/share/goalbook"

clean:
	rm -rf $(BUILD) out out-findings
