/*
 * Runs before the app, in any browser since about 2009 (old syntax only), and turns a page that would stay blank into
 * one that says why and what to do. It is the one place outside i18n that speaks: if the app cannot load, neither
 * can its words. No message shows a person's data; the technical line at the end is for whoever is asked for help.
 */
;(function () {
  var shown = false
  var keep = '您录入的数据保存在这台电脑的浏览器里，没有丢失，请不要清除浏览器数据。'
  var tooOld =
    '请换用 Chrome、Edge、Firefox 或 360、QQ、搜狗等浏览器的新版本（Chromium 109 以上；Windows 7 可以用 Chrome 109）。' +
    '如果用的是 360、QQ、搜狗浏览器，请点地址栏右边的图标，切换到“极速模式”再刷新。'

  function started() {
    var app = document.getElementById('app')
    return !!(app && app.firstChild)
  }

  function button(text, act) {
    var element = document.createElement('button')
    element.type = 'button'
    element.appendChild(document.createTextNode(text))
    element.onclick = act
    return element
  }

  function paragraph(text, name) {
    var element = document.createElement(name || 'p')
    element.appendChild(document.createTextNode(text))
    return element
  }

  function show(code, title, lines, detail) {
    if (shown || started()) return
    var boot = document.getElementById('boot')
    if (!boot) {
      // The body is not there yet: errors can come while the head is read.
      document.onreadystatechange = function () {
        if (document.getElementById('boot')) show(code, title, lines, detail)
      }
      return
    }
    shown = true
    boot.className = 'boot-failed'
    boot.removeAttribute('data-last-seen')
    document.documentElement.setAttribute('data-boot', code)
    var box = document.createElement('div')
    box.className = 'boot-failure'
    box.setAttribute('role', 'alert')
    box.appendChild(paragraph(title, 'h1'))
    for (var i = 0; i < lines.length; i++) box.appendChild(paragraph(lines[i]))
    box.appendChild(
      button('刷新', function () {
        location.reload()
      }),
    )
    if (code === 'script') box.appendChild(button('重新下载程序（数据不动）', downloadAgain))
    if (detail) {
      var small = paragraph('技术信息：' + detail)
      small.className = 'boot-detail'
      box.appendChild(small)
    }
    boot.appendChild(box)
  }

  // Forgets the kept copy of the program, never the data: a broken release must not hold a computer for ever.
  function downloadAgain() {
    function reload() {
      location.reload()
    }
    if (!navigator.serviceWorker || typeof caches === 'undefined') return reload()
    navigator.serviceWorker
      .getRegistration()
      .then(function (registration) {
        return registration && registration.unregister()
      })
      .then(function () {
        return caches.keys()
      })
      .then(function (names) {
        return Promise.all(
          names.map(function (name) {
            return caches['delete'](name)
          }),
        )
      })
      .then(reload, reload)
  }

  function scriptFailed(detail) {
    show(
      'script',
      '双责簿没能打开',
      ['程序文件没有完整下载，或者运行出错。请先刷新；仍不行，请检查网络后重新下载程序。', keep],
      detail,
    )
  }

  if (location.protocol === 'file:') {
    return show('file', '双责簿不能双击文件打开', [
      '浏览器不允许直接从磁盘打开的网页保存数据。请通过网址打开：学校的服务器，或本机 npm start 后显示的地址。',
    ])
  }
  if (window.isSecureContext === false) {
    return show('insecure', '这个网址不安全，双责簿不能在这里保存数据', [
      '请用 https:// 开头的网址打开，或在本机用 http://127.0.0.1 打开。',
    ])
  }

  var missing = []
  function need(name, there) {
    if (!there) missing.push(name)
  }
  need('module', typeof HTMLScriptElement !== 'undefined' && 'noModule' in HTMLScriptElement.prototype)
  need('indexedDB', 'indexedDB' in window)
  need('crypto', !!(window.crypto && window.crypto.subtle))
  need('locks', !!navigator.locks)
  need('structuredClone', 'structuredClone' in window)
  need('BroadcastChannel', 'BroadcastChannel' in window)
  need('hasOwn', !!Object.hasOwn)
  need('replaceChildren', 'replaceChildren' in Element.prototype)
  if (missing.length > 0) {
    return show('browser', '这个浏览器太旧，打不开双责簿', [tooOld], missing.join(', '))
  }

  // Deleting what does not exist changes nothing, and fails where the browser keeps no data at all.
  if (!probeStorage(true)) return
  function probeStorage(again) {
    try {
      var probe = indexedDB.deleteDatabase('dutybook-boot-check')
      probe.onerror = function (event) {
        event.preventDefault()
        var name = probe.error && probe.error.name
        // Damaged data: the browser fails once, throws it away, and works again. The app then says what is lost.
        if (name === 'UnknownError' && again) probeStorage(false)
        else storageRefused(name)
      }
      return true
    } catch (error) {
      storageRefused(error && error.name)
      return false
    }
  }
  function storageRefused(detail) {
    show(
      'storage',
      '浏览器不让双责簿保存数据',
      [
        '请退出无痕（隐私）窗口，并在浏览器设置里允许本网站保存数据（Cookie 和网站数据），然后刷新。',
        '如果磁盘已满，请先清理磁盘。',
      ],
      detail,
    )
  }

  window.addEventListener(
    'error',
    function (event) {
      var target = event.target
      if (target && target.tagName === 'SCRIPT') scriptFailed(target.src)
      else if (target && target.tagName === 'LINK' && target.rel === 'stylesheet') scriptFailed(target.href)
      else if (event.message) scriptFailed(event.message)
    },
    true,
  )
  window.addEventListener('unhandledrejection', function (event) {
    scriptFailed(String((event.reason && event.reason.message) || event.reason))
  })
})()
